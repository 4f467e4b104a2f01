#include "cli/command_line/help.hpp"

#include "api/writer.hpp"
#include "cli/command_line/option_names.hpp"
#include "cli/command_line/parse.hpp"
#include "cli/commands/all.hpp"
#include "term/width.hpp"

#include <algorithm>

namespace palette::cli {

namespace {

using api::Kind;
using api::Member;

constexpr std::size_t left_columns = 26;
constexpr std::size_t widest_text = 100;
// On a narrower terminal what is said of an entry stands below it.
constexpr std::size_t fewest_for_two_columns = 60;

std::string heading(std::string_view text, const View& view) {
    return "\n" + view.painter.styled(view.painter.bold(), text) + "\n";
}

// Words wrapped to the terminal, the lines after the first indented.
std::string wrapped(std::string_view text, std::size_t indent, const View& view) {
    const std::size_t columns = std::max(std::min(view.columns, widest_text), indent + 20);
    std::string lines;
    std::size_t column = indent;
    while (!text.empty()) {
        const std::string word(text.substr(0, text.find(' ')));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (column > indent && column + 1 + term::width(word) > columns) {
            lines += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            lines += ' ';
            ++column;
        }
        lines += word;
        column += term::width(word);
    }
    return lines + "\n";
}

std::string entry(const std::string& left, const std::string& right, const View& view) {
    const bool is_narrow = view.columns < fewest_for_two_columns;
    if (is_narrow)
        return "  " + wrapped(left, 4, view) + std::string(6, ' ') + wrapped(right, 6, view);
    constexpr std::size_t indent = 2 + left_columns;
    std::string lines = "  " + term::pad(left, left_columns - 1);
    // What is too long for its column has a line of its own.
    lines += term::width(left) < left_columns ? " " : "\n" + std::string(indent, ' ');
    return lines + wrapped(right, indent, view);
}

std::string choices_of(const api::Shape& shape) {
    std::string words;
    for (const std::string_view word : shape.choices)
        words += (words.empty() ? "" : "|") + std::string(word);
    return words;
}

// "--limit LIMIT", "-q, --quiet", "COLOR..."
std::string left_of(const Member& member, const Command& command) {
    const bool is_list = member.shape->kind == Kind::list;
    if (is_positional(command, member.name))
        return placeholder(member.name) + (is_list ? "..." : "");
    const char letter = letter_of(command, member.name);
    std::string left = letter == 0 ? "" : std::string("-") + letter + ", ";
    left += option_name(member.name);
    const api::Shape& shape = is_list ? *member.shape->element : *member.shape;
    if (shape.kind == Kind::choice) return left + " " + choices_of(shape);
    if (shape.kind != Kind::flag) left += " " + placeholder(shape.name);
    return left;
}

// A default as it would be typed; empty when there is none to speak of.
std::string default_of(const Member& member, const void* blank) {
    if (member.required || member.optional || member.shape->kind == Kind::flag) return {};
    std::string json;
    api::append_json(json, *member.shape, member.peek(blank));
    if (json.starts_with('"')) json = json.substr(1, json.size() - 2);
    return json == "[]" ? std::string() : json;
}

std::string right_of(const Member& member, const void* blank) {
    const bool is_list = member.shape->kind == Kind::list;
    const api::Shape& shape = is_list ? *member.shape->element : *member.shape;
    std::string right(member.help);
    const bool is_plain = shape.kind == Kind::flag || shape.kind == Kind::choice;
    if (!is_plain) right += "; " + api::expected(shape);
    if (const auto value = default_of(member, blank); !value.empty()) right += "; default " + value;
    return right;
}

enum class Kept : std::uint8_t { placed, options };

std::string entries(const CommandRow& command, Kept kept, const View& view) {
    std::string lines;
    api::with_blank(*command.shape, [&](const void* blank) {
        for (const Member& member : command.shape->members) {
            if (is_positional(*command.facts, member.name) != (kept == Kept::placed)) continue;
            lines += entry(left_of(member, *command.facts), right_of(member, blank), view);
        }
    });
    return lines;
}

// Those that the command does not mean itself; without a command, all.
std::string global_entries(const CommandRow* command, const View& view) {
    std::string lines;
    const GlobalOptions defaults;
    for (const Member& member : api::shape_of<GlobalOptions>.members) {
        if (command != nullptr && api::find_member(*command->shape, member.name) != nullptr)
            continue;
        lines += entry(left_of(member, GlobalOptions::command), right_of(member, &defaults), view);
    }
    return lines;
}

std::string examples(const Command& command, const View& view) {
    std::string lines = heading("Examples", view);
    for (const Example& example : command.examples) {
        lines += "  " + wrapped("palettectl " + std::string(example.line), 4, view);
        lines += "      " + wrapped(example.says, 6, view);
    }
    return lines;
}

}  // namespace

std::string usage_line(const CommandRow& command) {
    std::string line = "palettectl " + std::string(command.facts->path) + " [OPTION]...";
    for (const std::string_view name : command.facts->positional) {
        const Member* member = api::find_member(*command.shape, name);
        if (member == nullptr) continue;
        const std::string left = left_of(*member, *command.facts);
        line += member->required ? " " + left : " [" + left + "]";
    }
    return line;
}

std::string help_of(const CommandRow& command, const View& view) {
    if (command.facts->path.empty()) return overview({}, view);
    std::string text = wrapped(std::string(command.facts->summary) + ".", 0, view);
    text += heading("Usage", view) + "  " + wrapped(usage_line(command), 4, view);
    const auto section = [&](std::string_view name, const std::string& lines) {
        if (!lines.empty()) text += heading(name, view) + lines;
    };
    section("Arguments", entries(command, Kept::placed, view));
    section("Options", entries(command, Kept::options, view));
    text += examples(*command.facts, view);
    section("Common options", global_entries(&command, view));
    return text;
}

std::string first_help(const View& view) {
    std::string text = "palettectl: palettes in the terminal.\n";
    text += heading("Begin", view);
    const auto step = [&](const char* line, const char* says) { text += entry(line, says, view); };
    step("palettectl up", "start the family of daemons");
    step("palettectl register NAME", "open an account");
    step("palettectl import --starter", "publish some palettes to begin with");
    step("palettectl popular", "see what people like most");
    step("palettectl help", "all commands; palettectl help COMMAND for one");
    return text;
}

std::string overview(std::string_view noun, const View& view) {
    std::string text = noun.empty() ? "palettectl: palettes in the terminal.\n" : "";
    text += heading(noun.empty() ? "Commands" : "Commands of " + std::string(noun), view);
    for (const CommandRow* row : commands()) {
        const std::string_view path = row->facts->path;
        if (!noun.empty() && path.substr(0, path.find(' ')) != noun) continue;
        text += entry(std::string(path), std::string(row->facts->summary), view);
    }
    if (noun.empty()) {
        text += heading("Common options", view);
        text += global_entries(nullptr, view);
    }
    text += "\n" + wrapped(
                       "palettectl help COMMAND says more, palettectl help exit-codes what "
                       "codes mean.",
                       0, view);
    return noun.empty() ? text : text.substr(1);
}

std::string exit_codes_help(const View& view) {
    std::string text =
        wrapped("How a command ends. The kinds of error are those of the daemons.", 0, view) + "\n";
    for (const ExitRow& row : exit_rows()) {
        std::string right(row.meaning);
        for (const ErrorKind kind : row.kinds)
            right += (kind == row.kinds.front() ? " (" : ", ") + std::string(name_of(kind));
        if (!row.kinds.empty()) right += ")";
        const std::string code = std::to_string(static_cast<int>(row.code));
        text += "  " + term::pad(code, 5, term::Align::right) + "  " + wrapped(right, 9, view);
    }
    return text;
}

}  // namespace palette::cli
