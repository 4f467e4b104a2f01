#include "cli/input/colors.hpp"

#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "cli/context.hpp"
#include "cli/input/stdin_text.hpp"
#include "color/parse.hpp"
#include "term/safe_text.hpp"
#include "term/width.hpp"

#include <cstdio>
#include <vector>

namespace palette::cli {

namespace {

// The text with a caret under the place where it stops being a color, for people, unless it is
// longer than anybody looks at.
void point_at(const Context& context, std::string_view text) {
    if (text.size() > color_text_rule.most) return;
    const auto fault = color::parse_pasted(text);
    if (fault || context.tells_json()) return;
    const auto columns = term::width(term::safe_line(text.substr(0, fault.error().offset)));
    static_cast<void>(std::fprintf(stderr, "  %s\n  %s^\n", term::safe_line(text).c_str(),
                                   std::string(columns, ' ').c_str()));
}

tl::unexpected<Error> too_many() {
    return refuse(ErrorKind::invalid_argument, "colors",
                  "at most " + std::to_string(api::Colors::most) + " colors make a palette");
}

Result<api::Colors> colors_from_stdin(const Context& context) {
    const auto text = read_text_from_stdin("colors");
    if (!text) return refuse(text.error());
    api::Colors colors{api::Blank{}};
    for (TextLines lines(*text); lines.next();) {
        const std::string_view line = trimmed(lines.line());
        if (line.empty()) continue;
        if (colors.size() == api::Colors::most) return too_many();
        auto color = read_color(context, line, "line " + std::to_string(lines.number()));
        if (!color) return refuse(std::move(color.error()));
        colors.push_back(*std::move(color));
    }
    if (colors.empty()) {
        return refuse(ErrorKind::invalid_argument, "colors", "no colors on stdin",
                      "give them one a line");
    }
    return colors;
}

// At its commas, but not within parentheses: rgb(11, 57, 84) is one color.
std::vector<std::string_view> split_at_commas(std::string_view line) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    int open = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '(') ++open;
        if (line[i] == ')') --open;
        if (line[i] != ',' || open > 0) continue;
        words.push_back(line.substr(begin, i - begin));
        begin = i + 1;
    }
    words.push_back(line.substr(begin));
    return words;
}

}  // namespace

Result<api::Swatch> read_color(const Context& context, std::string_view text,
                               const std::string& place) {
    const auto color = color::parse_color(text);
    if (color) return api::Swatch{.hex = *color};
    point_at(context, text);
    Error error = color.error();
    error.message = place + ": " + error.message;
    error.field = "colors";
    return refuse(std::move(error));
}

Result<api::Colors> read_color_line(Context& context, const ColorLine& line) {
    if (line.text() == stdin_word) return colors_from_stdin(context);
    api::Colors colors{api::Blank{}};
    for (const std::string_view word : split_at_commas(line.text())) {
        if (colors.size() == api::Colors::most) return too_many();
        const std::string place = "color " + std::to_string(colors.size() + 1) + " of --colors";
        auto color = read_color(context, trimmed(word), place);
        if (!color) return refuse(std::move(color.error()));
        colors.push_back(*std::move(color));
    }
    return colors;
}

Result<api::Colors> read_colors(Context& context, const ColorWords& words) {
    if (words.size() == 1 && words[0].text() == stdin_word) return colors_from_stdin(context);
    api::Colors colors{api::Blank{}};
    colors.reserve(words.size());
    for (const ColorText& word : words) {
        const std::string place = "COLOR " + std::to_string(colors.size() + 1);
        auto color = read_color(context, word.text(), place);
        if (!color) return refuse(std::move(color.error()));
        colors.push_back(*std::move(color));
    }
    return colors;
}

}  // namespace palette::cli
