// A command, described once: dispatch, parsing, validation, help, examples and documents are read
// off it.
//
//     struct ShowPalette {
//         api::PaletteRef ref;             // its arguments: members and rows as in lib/api
//         bool long_ = false;
//         static constexpr auto fields() { ... }
//         static constexpr Command command{.path = "palette show", ..., .positional = {"ref"}};
//         [[nodiscard]] Result<Exit> run(Context& context) const;
//     };
//
// A member is the option --its-name, or stands by its place if it is named in `positional`: a flag
// takes no value, a list is an option that may be repeated or the rest of the arguments.
#pragma once

#include "api/describe.hpp"
#include "cli/command_line/exit.hpp"
#include "cli/command_line/read_given.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palette::cli {

class Context;
struct Printed;
struct View;

struct Example {
    std::string_view line;  // as it is typed, after "palettectl "
    std::string_view says;
};

// The short form of an option.
struct Letter {
    std::string_view member{};
    char letter = 0;
};

// What is printed instead when an option is given.
struct PrintsWith {
    std::string_view option{};  // "--long"
    const Printed* prints = nullptr;
};

// Whether palettectl's own settings must be readable.
enum class Settings : std::uint8_t { needed, optional };
// Whether a command ever asks a daemon: the common options about those mean nothing to one that
// does not.
enum class Daemons : std::uint8_t { asked, never };

struct Command {
    std::string_view path;     // "palette create"
    std::string_view summary;  // one line
    std::array<Example, 2> examples;
    std::array<std::string_view, 2> positional{};
    std::array<Letter, 3> letters{};
    // What to say when the first positional argument is missing; empty: what its row says.
    std::string_view when_missing{};
    // What it prints, in the forms that --format names.
    const Printed* prints = nullptr;
    PrintsWith prints_with{};
    // The same in words, where that is not all, or where it prints something of its own.
    std::string_view prints_else{};
    // It asks for a password: an argument that is not expected may be one and is not repeated.
    bool asks_secret = false;
    Settings settings = Settings::needed;
    Daemons daemons = Daemons::asked;
};

// A command with no C++ type named.
struct CommandRow {
    const Command* facts;
    const api::Shape* shape;
    // Reads what was given into the struct and runs it.
    Result<Exit> (*run)(std::span<const Given> given, Context& context);
    // Only reads: for tests.
    Result<void> (*check)(std::span<const Given> given);
    // Help that depends on what was given (`rpc METHOD --help`), none when nothing was; null for
    // most.
    std::optional<std::string> (*explain)(std::span<const Given> given, const View& view) = nullptr;
};

template <class C>
[[nodiscard]] Result<C> read_command(std::span<const Given> given) {
    C wanted = api::blank<C>();
    const auto read = read_given(given, C::command, &wanted);
    if (!read) return refuse(read.error());
    return wanted;
}

template <class C>
consteval auto explanation_of()
    -> std::optional<std::string> (*)(std::span<const Given>, const View&) {
    if constexpr (requires { &C::explain; }) {
        return &C::explain;
    } else {
        return nullptr;
    }
}

template <class C>
inline constexpr CommandRow row_of{
    &C::command, &api::shape_of<C>,
    [](std::span<const Given> given, Context& context) -> Result<Exit> {
        const auto wanted = read_command<C>(given);
        if (!wanted) return refuse(wanted.error());
        return wanted->run(context);
    },
    [](std::span<const Given> given) -> Result<void> {
        const auto wanted = read_command<C>(given);
        if (!wanted) return refuse(wanted.error());
        return {};
    },
    explanation_of<C>()};

}  // namespace palette::cli
