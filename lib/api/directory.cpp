#include "api/directory.hpp"

namespace palette::api {

static_assert(Palettes::sorted() && Popularity::sorted() && Broker::sorted());

constinit const Daemon palettes_daemon{"paletted", "users and palettes", "paletted/1",
                                       Palettes::rows, PalettesSettings{}};
constinit const Daemon popularity_daemon{"palette-popularityd", "likes and rankings",
                                         "palette-popularityd/1", Popularity::rows};
constinit const Daemon broker_daemon{"palette-brokerd", "events, live and replayed; channels",
                                     "palette-brokerd/1", Broker::rows, BrokerSettings{}};

std::optional<Found> find_method(std::string_view name) {
    for (const MethodRow* row : Common::rows) {
        if (row->facts->name == name) return Found{nullptr, row};
    }
    for (const Daemon* daemon : family) {
        for (const MethodRow* row : daemon->methods) {
            if (row->facts->name == name) return Found{daemon, row};
        }
    }
    return std::nullopt;
}

}  // namespace palette::api
