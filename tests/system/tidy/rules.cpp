#include "rules.hpp"

#include <array>
#include <limits>

namespace palette::tidy {
namespace {

using Name = std::string_view;
constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

constexpr auto base = std::to_array<Name>({"base"});
constexpr auto base_and_color = std::to_array<Name>({"base", "color"});
constexpr auto for_formats = std::to_array<Name>({"base", "color", "api"});
constexpr auto for_rpc = std::to_array<Name>({"base", "color", "api"});
constexpr auto for_events = std::to_array<Name>({"base", "color", "api", "rpc"});
constexpr auto for_outbox = std::to_array<Name>({"base", "color", "api", "rpc", "events", "store"});
constexpr auto for_daemons = std::to_array<Name>(
    {"base", "color", "store", "auth", "api", "formats", "rpc", "events", "outbox", "service"});
constexpr auto for_service = std::to_array<Name>(
    {"base", "color", "store", "auth", "api", "formats", "rpc", "events", "outbox"});
constexpr auto for_cli = std::to_array<Name>(
    {"base", "color", "lint", "auth", "api", "formats", "term", "rpc", "events"});

constexpr std::array all_folders = {
    Folder{"lib/base", {}},
    Folder{"lib/color", base},
    Folder{"lib/lint", base_and_color},
    Folder{"lib/store", base},
    Folder{"lib/auth", base},
    Folder{"lib/api", base_and_color},
    Folder{"lib/formats", for_formats},
    Folder{"lib/term", base_and_color},
    Folder{"lib/rpc", for_rpc},
    Folder{"lib/events", for_events},
    Folder{"lib/outbox", for_outbox},
    Folder{"lib/service", for_service},
    Folder{"broker", for_daemons},
    Folder{"daemon/supervisor", for_daemons},
    Folder{"daemon/palettes", for_daemons},
    Folder{"daemon/popularity", for_daemons},
    Folder{"daemon/yaml", for_daemons},
    Folder{"cli", for_cli},
};

constexpr auto store = std::to_array<Name>({"lib/store/"});
constexpr auto auth = std::to_array<Name>({"lib/auth/"});
constexpr auto service = std::to_array<Name>({"lib/service/"});
constexpr auto term = std::to_array<Name>({"lib/term/"});
constexpr auto cli = std::to_array<Name>({"cli/"});
constexpr auto json_reader = std::to_array<Name>({"lib/api/reader.cpp"});
constexpr auto zmq_owners =
    std::to_array<Name>({"lib/rpc/", "lib/events/", "broker/", "cli/on_demand/"});
constexpr auto formats = std::to_array<Name>({"lib/formats/"});
constexpr auto zip_owners = std::to_array<Name>({"lib/formats/", "cli/on_demand/"});

constexpr std::array all_owned_headers = {
    OwnedHeader{"lmdb.h", store, any_number},
    OwnedHeader{"xxhash.h", store, any_number},
    OwnedHeader{"zmq.h", zmq_owners, any_number},
    OwnedHeader{"zmq.hpp", zmq_owners, any_number},
    OwnedHeader{"zmq_addon.hpp", zmq_owners, any_number},
    OwnedHeader{"simdjson.h", json_reader, 1},
    OwnedHeader{"sodium.h", auth, any_number},
    OwnedHeader{"utf8proc.h", term, any_number},
    OwnedHeader{"zip.h", zip_owners, any_number},
    OwnedHeader{"pugixml.hpp", formats, any_number},
    OwnedHeader{"png.h", formats, any_number},
    OwnedHeader{"spdlog/", service, any_number},
    OwnedHeader{"yaml-cpp/", service, any_number},
    OwnedHeader{"CLI/", cli, 1},  // it is slow to compile
};

// In two halves, so that the words are not found here.
constexpr auto marks_of_unfinished_work =
    std::to_array<Name>({"TO"
                         "DO",
                         "FIX"
                         "ME",
                         "XX"
                         "X",
                         "HA"
                         "CK"});

}  // namespace

std::span<const Folder> folders() {
    return all_folders;
}
std::span<const OwnedHeader> owned_headers() {
    return all_owned_headers;
}
std::span<const std::string_view> forbidden_words() {
    return marks_of_unfinished_work;
}

}  // namespace palette::tidy
