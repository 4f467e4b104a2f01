#include "cli/command_line/option_names.hpp"

#include "base/ascii.hpp"
#include "cli/command_line/global_options.hpp"

#include <algorithm>

namespace palette::cli {

std::string option_name(std::string_view member) {
    std::string name = "--" + std::string(member);
    std::ranges::replace(name, '_', '-');
    return name;
}

std::string placeholder(std::string_view name) {
    std::string words;
    for (const char c : name) {
        const bool begins_word = is_upper(c) && !words.empty();
        words += begins_word ? "-" + std::string(1, c) : std::string(1, c == '_' ? '-' : c);
    }
    return to_upper(words);
}

bool is_positional(const Command& command, std::string_view member) {
    return std::ranges::count(command.positional, member) > 0;
}

char letter_of(const Command& command, std::string_view member) {
    for (const Letter& one : command.letters) {
        if (one.member == member) return one.letter;
    }
    return 0;
}

bool has_own_option(const CommandRow& command, std::string_view member) {
    return !is_positional(*command.facts, member) &&
           api::find_member(*command.shape, member) != nullptr;
}

bool takes_common_option(const CommandRow& command, std::string_view member) {
    if (has_own_option(command, member)) return false;
    return command.facts->daemons == Daemons::asked ||
           std::ranges::count(options_about_daemons, member) == 0;
}

const api::Member* option_named(const api::Shape& shape, const Command& command,
                                std::string_view word) {
    for (const api::Member& member : shape.members) {
        if (is_positional(command, member.name)) continue;
        const char letter = letter_of(command, member.name);
        const bool by_letter =
            letter != 0 && word.size() == 2 && word.front() == '-' && word.back() == letter;
        if (word == option_name(member.name) || by_letter) return &member;
    }
    return nullptr;
}

}  // namespace palette::cli
