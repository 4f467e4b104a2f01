// Any method of any daemon, as it is.
#pragma once

#include "api/envelope.hpp"
#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"

namespace palette::cli {

struct Rpc {
    api::MethodName method;
    JsonText params{"{}"};
    DaemonName daemon{"paletted"};

    static constexpr std::string_view name_of_shape = "Rpc";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Rpc::method>("What to ask; --help with it says what it takes"),
            field<&Rpc::params>("Its parameters; - reads them from stdin, as secrets must be"),
            field<&Rpc::daemon>("Whom to ask what every daemon answers"),
        };
    }
    static constexpr Command command{
        .path = "rpc",
        .summary = "Call a method and print its result as JSON",
        .examples = {{{R"(rpc palette.popular '{"limit":3}')", "With parameters"},
                      {"rpc palette.create --help", "What a method takes"}}},
        .positional = {"method", "params"},
        .prints_else = "What the method answers, as one line of JSON",
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
    // Help about the method, when one is named.
    [[nodiscard]] static std::optional<std::string> explain(std::span<const Given> given,
                                                            const View& view);
};

}  // namespace palette::cli
