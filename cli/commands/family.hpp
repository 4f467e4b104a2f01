// The family of daemons as a whole: start, stop, look.
#pragma once

#include "base/supervisor.hpp"
#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"
#include "cli/render/status.hpp"
#include "cli/render/user.hpp"

namespace palette::cli {

struct Up {
    bool foreground = false;
    bool restart = false;

    static constexpr std::string_view name_of_shape = "Up";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Up::foreground>("Stay in this terminal; Ctrl-C stops the family"),
            field<&Up::restart>("Stop a family that is running first"),
        };
    }
    static constexpr Command command{
        .path = "up",
        .summary = "Start the daemons; done when every one of them answers",
        .examples = {{{"up", "In the background; it is well if they run already"},
                      {"up --restart", "After an upgrade"}}},
        .prints = &printed_status,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct Down {
    Duration timeout{default_drain};

    static constexpr std::string_view name_of_shape = "Down";
    static constexpr auto fields() {
        return std::array{
            api::field<&Down::timeout>("What the daemons have to finish; then they are killed"),
        };
    }
    static constexpr Command command{
        .path = "down",
        .summary = "Stop the daemons; nothing is left running",
        .examples = {{{"down", "They finish what they have begun"},
                      {"down --timeout 60s", "And may take a minute for it"}}},
        .prints = &printed_changed,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct Status {
    bool long_ = false;

    static constexpr std::string_view name_of_shape = "Status";
    static constexpr auto fields() {
        return std::array{
            api::field<&Status::long_>("Also who writes the log of events, and who reads it"),
        };
    }
    static constexpr Command command{
        .path = "status",
        .summary = "Say how the daemons are: 0 all well, 1 some, 3 not running",
        .examples = {{{"status --long", "For people"}, {"status --json", "For programs"}}},
        .prints = &printed_status,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
