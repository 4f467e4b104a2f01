// What the operator of a family does: who can open its sockets.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"
#include "cli/render/retried.hpp"

namespace palette::cli {

struct AdminRetry {
    std::optional<DaemonName> daemon{};

    static constexpr std::string_view name_of_shape = "AdminRetry";
    static constexpr auto fields() {
        return std::array{
            api::field<&AdminRetry::daemon>("Which is to try; all of them when left out")};
    }
    static constexpr Command command{
        .path = "admin retry",
        .summary = "Try again the events that a daemon could not take in",
        .examples = {{{"admin retry", "After what status said was mended"},
                      {"admin retry palette-popularityd --json", "One daemon alone"}}},
        .positional = {"daemon"},
        .prints = &printed_retried,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
