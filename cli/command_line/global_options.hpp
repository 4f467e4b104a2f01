// The options that every command has, described like a command's own. A command that has an option
// of the same name (the --timeout of `down`) means its own.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"
#include "rpc/timeouts.hpp"

#include <array>
#include <optional>

namespace palette::cli {

enum class Format : std::uint8_t { text, json, jsonl, tsv };
inline constexpr std::array<std::string_view, 4> format_words{"text", "json", "jsonl", "tsv"};
constexpr api::ChoiceRule choice_rule(Format) {
    return {"Format", "the form of what is printed", format_words};
}

enum class When : std::uint8_t { auto_, always, never };
inline constexpr std::array<std::string_view, 3> when_words{"auto", "always", "never"};
constexpr api::ChoiceRule choice_rule(When) {
    return {"When", "when colors are used", when_words};
}

struct GlobalOptions {
    std::optional<Format> format{};
    bool json = false;
    std::optional<api::Username> as{};
    Duration timeout{rpc::default_timeout};
    std::optional<WriteKey> key{};
    When color = When::auto_;
    bool plain = false;
    bool quiet = false;
    bool verbose = false;
    bool no_input = false;
    bool help = false;
    bool version = false;

    static constexpr std::string_view name_of_shape = "GlobalOptions";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&GlobalOptions::format>("How to print; text into a pipe is tsv"),
            field<&GlobalOptions::json>("The same as --format json"),
            field<&GlobalOptions::as>(
                "Whose session to use, else PALETTECTL_AS, else the last one"),
            field<&GlobalOptions::timeout>("How long to wait for an answer"),
            field<&GlobalOptions::key>("The key of a write: repeated under it, it has one effect"),
            field<&GlobalOptions::color>("When to use colors"),
            field<&GlobalOptions::plain>("Tell people in plain words: names instead of swatches, "
                                         "no columns; for screen readers"),
            field<&GlobalOptions::quiet>("Print nothing but what was asked for, and errors"),
            field<&GlobalOptions::verbose>("Say more on stderr"),
            field<&GlobalOptions::no_input>("Never ask: fail instead"),
            field<&GlobalOptions::help>("Show this help"),
            field<&GlobalOptions::version>("Show the version"),
        };
    }
    static constexpr Command command{
        .path = "",
        .summary = "Palettes in the terminal",
        .examples = {{{"up", "Start the family of daemons"},
                      {"popular", "See what people like most"}}},
        .letters = {{{"quiet", 'q'}, {"verbose", 'v'}, {"help", 'h'}}},
    };
};

inline constexpr std::array<std::string_view, 3> options_about_daemons{"as", "timeout", "key"};

}  // namespace palette::cli
