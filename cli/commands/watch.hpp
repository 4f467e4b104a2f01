// The live feed.
#pragma once

#include "api/event.hpp"
#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"
#include "cli/render/event.hpp"

namespace palette::cli {

inline constexpr api::WholeRule event_count_rule{"Number", "how many events", 3, 1,
                                                 1'000'000'000'000};
using EventCount = api::Whole<event_count_rule>;

struct Watch {
    api::Topics topic{};
    std::optional<Since> since{};
    std::optional<EventTypeName> type{};
    std::optional<EventCount> count{};
    std::optional<Duration> timeout{};
    std::optional<Duration> idle{};
    std::optional<Path> cursor_file{};

    static constexpr std::string_view name_of_shape = "Watch";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Watch::topic>("What to watch; all that is public when left out"),
            field<&Watch::since>("Begin in the past, without a gap"),
            field<&Watch::type>("Only events of this type, such as palette.liked"),
            field<&Watch::count>("End after so many; 8 when --timeout or --idle comes first"),
            field<&Watch::timeout>("End after this time"),
            field<&Watch::idle>("End when nothing came for so long"),
            field<&Watch::cursor_file>("Go on after what is noted there, and note there how far it "
                                       "came"),
        };
    }
    static constexpr Command command{
        .path = "watch",
        .summary = "Show what happens, as it happens",
        .examples = {{{"watch popularity", "Likes, until Ctrl-C"},
                      {"watch --since start --count 3 --json", "Three events, an object a line"}}},
        .positional = {"topic"},
        .prints = &printed_event,
        .prints_else = "An event a line, as it happens, with --json too",
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
