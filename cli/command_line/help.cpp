#include "cli/command_line/help.hpp"

#include "cli/command_line/entries.hpp"
#include "cli/commands/all.hpp"
#include "term/width.hpp"
#include "term/wrap.hpp"

#include <algorithm>

namespace palette::cli {

namespace {

constexpr std::size_t left_columns = 26;
constexpr std::size_t widest_text = 100;
// On a narrower terminal what is said of an entry stands below it.
constexpr std::size_t fewest_for_two_columns = 60;

std::string heading(std::string_view text, const View& view) {
    return "\n" + view.painter.styled(view.painter.bold(), text) + "\n";
}

// Words wrapped to the terminal, the lines after the first indented.
std::string wrapped(std::string_view text, std::size_t indent, const View& view) {
    if (view.painter.is_plain()) return std::string(text) + "\n";
    const std::size_t columns = std::max(std::min(view.columns, widest_text), indent + 20);
    return term::wrapped(text, indent, columns).substr(indent);
}

std::string entry(const std::string& left, const std::string& right, const View& view) {
    if (view.painter.is_plain()) return left + ": " + right + "\n";
    const bool is_narrow = view.columns < fewest_for_two_columns;
    if (is_narrow)
        return "  " + wrapped(left, 4, view) + std::string(6, ' ') + wrapped(right, 6, view);
    constexpr std::size_t indent = 2 + left_columns;
    std::string lines = "  " + term::pad(left, left_columns - 1);
    // What is too long for its column has a line of its own.
    lines += term::width(left) < left_columns ? " " : "\n" + std::string(indent, ' ');
    return lines + wrapped(right, indent, view);
}

std::string lines_of(const std::vector<Entry>& all, const View& view) {
    std::string lines;
    for (const Entry& one : all)
        lines += entry(one.left, one.right, view);
    return lines;
}

std::string output(const CommandRow& command, const View& view) {
    std::string lines = lines_of(output_entries(command), view);
    const std::string_view otherwise = command.facts->prints_else;
    if (!otherwise.empty()) lines += "  " + wrapped(std::string(otherwise) + ".", 2, view);
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

std::string help_of(const CommandRow& command, const View& view) {
    if (command.facts->path.empty()) return overview({}, view);
    std::string text = wrapped(std::string(command.facts->summary) + ".", 0, view);
    text += heading("Usage", view) + "  " + wrapped(usage_line(command), 4, view);
    const auto section = [&](std::string_view name, const std::string& lines) {
        if (!lines.empty()) text += heading(name, view) + lines;
    };
    section("Arguments", lines_of(argument_entries(command), view));
    section("Options", lines_of(option_entries(command), view));
    section("Output", output(command, view));
    text += examples(*command.facts, view);
    section("Common options", lines_of(common_entries(&command), view));
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
        text += lines_of(common_entries(nullptr), view);
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
    for (const Entry& one : exit_entries()) {
        text += view.painter.is_plain() ? entry(one.left, one.right, view)
                                        : "  " + term::pad(one.left, 5, term::Align::right) + "  " +
                                              wrapped(one.right, 9, view);
    }
    return text;
}

}  // namespace palette::cli
