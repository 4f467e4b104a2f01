#include "cli/completion/line.hpp"

#include "cli/command_line/dispatch.hpp"
#include "cli/command_line/global_options.hpp"
#include "cli/command_line/option_names.hpp"

namespace palette::cli {

namespace {

// The command's own option goes before a common one of the same name.
const api::Member* option_in(const Line& line, std::string_view word) {
    if (line.command != nullptr) {
        const auto* own = option_named(*line.command->shape, *line.command->facts, word);
        if (own != nullptr) return own;
    }
    return option_named(api::shape_of<GlobalOptions>, GlobalOptions::command, word);
}

bool is_option(const Line& line, std::string_view word) {
    return !line.only_arguments && word.size() > 1 && word.starts_with('-');
}

void remember(Line& line, const api::Member& option, std::string_view value) {
    line.given.push_back(&option);
    const auto* as =
        api::find_member(api::shape_of<GlobalOptions>, api::member_name<&GlobalOptions::as>());
    if (&option == as) line.as = value;
}

void take_plain(Line& line, const std::string& word) {
    if (line.command != nullptr) {
        line.placed.push_back(word);
        return;
    }
    line.noun += (line.noun.empty() ? "" : " ") + word;
    line.command = command_at(line.noun);
}

// The argument that stands at the place after those that are there; a list takes all that come.
const api::Member* next_argument(const Line& line) {
    std::size_t place = 0;
    for (const std::string_view name : line.command->facts->positional) {
        const api::Member* member = api::find_member(*line.command->shape, name);
        if (member == nullptr) break;
        if (place == line.placed.size() || member->shape->kind == api::Kind::list) return member;
        ++place;
    }
    return nullptr;
}

void take_last(Line& line, std::string_view word) {
    line.typed = word;
    // A lone dash is most likely the beginning of an option.
    if (!line.only_arguments && word.starts_with('-')) {
        const auto equals = word.find('=');
        if (equals == std::string_view::npos) return;
        line.value_of = option_in(line, word.substr(0, equals));
        line.before = word.substr(0, equals + 1);
        line.typed = word.substr(equals + 1);
    } else if (line.command != nullptr) {
        line.value_of = next_argument(line);
    }
}

}  // namespace

Line read_line(std::span<const std::string> words) {
    Line line;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const std::string& word = words[i];
        if (!line.only_arguments && word == "--") {
            line.only_arguments = true;
        } else if (!is_option(line, word)) {
            take_plain(line, word);
        } else {
            const auto equals = word.find('=');
            const api::Member* option = option_in(line, word.substr(0, equals));
            if (option == nullptr) continue;
            const bool takes_next =
                option->shape->kind != api::Kind::flag && equals == std::string::npos;
            if (takes_next && i + 2 == words.size()) {
                line.value_of = option;
                line.typed = words.back();
                return line;
            }
            if (takes_next) ++i;
            remember(line, *option, takes_next ? words[i] : word.substr(equals + 1));
        }
    }
    take_last(line, words.back());
    return line;
}

}  // namespace palette::cli
