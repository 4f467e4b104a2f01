// The only file that sees CLI11. It is told of each row by name alone: what it thinks of values,
// help and messages is not asked for.
#include "cli/command_line/parse.hpp"

#include "cli/command_line/option_names.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace palette::cli {

namespace {

// CLI11 takes what follows for the value of `--title=`; here the value is empty.
Words with_empty_values_apart(const Words& words) {
    Words apart;
    apart.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--") {
            apart.insert(apart.end(), words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
            return apart;
        }
        if (word.starts_with("--") && word.ends_with('=')) {
            apart.push_back(word.substr(0, word.size() - 1));
            apart.emplace_back();
        } else {
            apart.push_back(word);
        }
    }
    return apart;
}

std::string names_for_cli11(const Given& given, const Command& command) {
    if (is_positional(command, given.member->name)) return given.label;
    const char letter = letter_of(command, given.member->name);
    return letter == 0 ? given.label : std::string("-") + letter + "," + given.label;
}

::CLI::Option* add(::CLI::App& app, const Given& given, const Command& command) {
    const api::Shape& shape = *given.member->shape;
    const std::string names = names_for_cli11(given, command);
    if (shape.kind == api::Kind::flag) return app.add_flag(names)->disable_flag_override();
    // Extra arguments are never allowed: with them CLI11 takes "[a,b]" for two values.
    ::CLI::Option* option = app.add_option(names)
                                ->multi_option_policy(::CLI::MultiOptionPolicy::TakeAll)
                                ->expected(1)
                                ->allow_extra_args(false);
    const bool is_rest =
        shape.kind == api::Kind::list && is_positional(command, given.member->name);
    // One more than may be: too many are told of as such.
    if (is_rest) option->expected(static_cast<int>(shape.most) + 1);
    return option;
}

std::vector<Given> rows_of(const Command& command, const api::Shape& shape) {
    std::vector<Given> rows;
    for (const api::Member& member : shape.members) {
        const bool placed = is_positional(command, member.name);
        rows.push_back({&member, placed ? placeholder(member.name) : option_name(member.name), {}});
    }
    return rows;
}

// "--title" of "--title: 1 required missing" and "--json was given a disallowed flag override".
std::string option_in(std::string_view message) {
    return std::string(message.substr(0, message.find_first_of(": ")));
}

Error mismatch(const ::CLI::ParseError& fault, const Parsed& parsed) {
    std::string label = option_in(fault.what());
    if (!label.starts_with("--")) label = "--" + label;
    const auto is_it = [&](const Given& given) { return given.label == label; };
    const bool is_flag = [&] {
        for (const auto* rows : {&parsed.own, &parsed.global}) {
            const auto row = std::ranges::find_if(*rows, is_it);
            if (row != rows->end()) return row->member->shape->kind == api::Kind::flag;
        }
        return false;
    }();
    Error error{.kind = ErrorKind::invalid_argument, .message = label};
    error.message += is_flag ? " takes no value" : " needs a value";
    return error;
}

}  // namespace

Result<Parsed> parse(const CommandRow& command, Words words) {
    Parsed parsed{rows_of(*command.facts, *command.shape),
                  rows_of(GlobalOptions::command, api::shape_of<GlobalOptions>),
                  {}};
    std::erase_if(parsed.global,
                  [&](const Given& given) { return has_own_option(command, given.member->name); });
    ::CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::vector<std::pair<Given*, ::CLI::Option*>> options;
    for (Given& given : parsed.own)
        options.emplace_back(&given, add(app, given, *command.facts));
    for (Given& given : parsed.global)
        options.emplace_back(&given, add(app, given, GlobalOptions::command));
    try {
        Words reversed = with_empty_values_apart(words);
        std::ranges::reverse(reversed);
        app.parse(std::move(reversed));
    } catch (const ::CLI::ParseError& fault) {
        return refuse(mismatch(fault, parsed));
    }
    for (const auto& [given, option] : options)
        given->values = option->results();
    parsed.strangers = app.remaining();
    // CLI11 counts the mark itself among them.
    const auto mark = std::ranges::find(parsed.strangers, "--");
    if (mark != parsed.strangers.end()) parsed.strangers.erase(mark);
    return parsed;
}

}  // namespace palette::cli
