// Variables of Stylus whose values are colors, a line each: deep-sea = #0b3954. Read only.
#include "base/ascii.hpp"
#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "formats/sheet_colors.hpp"

#include <algorithm>

namespace palette::formats {

namespace {

constexpr Dialect dialect{.sigil = "", .has_line_comments = true, .has_lists = true};

struct Variable {
    std::string_view name;
    std::string_view value;
};

bool is_name(std::string_view text) {
    return !text.empty() && !is_digit(text.front()) && std::ranges::all_of(text, [](char c) {
        return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '$';
    });
}

// Lines that say something: past comments, and told whether they are a variable.
class Lines {
  public:
    explicit Lines(std::string_view text) : lines_(text) {}

    [[nodiscard]] bool next() {
        while (lines_.next()) {
            if (takes_comment(trimmed(lines_.line()))) continue;
            line_ = trimmed(lines_.line());
            line_ = without_comment(line_.substr(0, line_.find("//")));
            if (line_.ends_with(';')) line_ = trimmed(line_.substr(0, line_.size() - 1));
            if (!line_.empty()) return true;
        }
        return false;
    }
    [[nodiscard]] std::size_t number() const { return lines_.number(); }
    [[nodiscard]] std::optional<Variable> variable() const {
        const auto equals = line_.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const Variable found{trimmed(line_.substr(0, equals)), trimmed(line_.substr(equals + 1))};
        return is_name(found.name) ? std::optional(found) : std::nullopt;
    }

  private:
    // Of a comment that may be over many lines; whole lines of it alone.
    bool takes_comment(std::string_view line) {
        if (!is_in_comment_ && !line.starts_with("/*")) return false;
        is_in_comment_ = line.find("*/") == std::string_view::npos;
        return true;
    }

    // One behind a value, that may go on below.
    std::string_view without_comment(std::string_view line) {
        const auto begin = line.find("/*");
        if (begin == std::string_view::npos) return trimmed(line);
        is_in_comment_ = line.find("*/", begin + 2) == std::string_view::npos;
        return trimmed(line.substr(0, begin));
    }

    TextLines lines_;
    std::string_view line_;
    bool is_in_comment_ = false;
};

FileRead read(std::string_view text) {
    Lines lines(text);
    SheetColors colors(dialect);
    while (lines.next()) {
        const auto variable = lines.variable();
        if (!variable) continue;
        if (auto fault = colors.add(variable->name, variable->value, at_line(lines.number())))
            return tl::unexpected(*std::move(fault));
    }
    return std::move(colors).finish();
}

// That the first line that says something is such a variable.
bool recognizes(std::string_view text) {
    Lines lines(text);
    if (!lines.next()) return false;
    const auto variable = lines.variable();
    return variable && css_value(variable->value);
}

}  // namespace

constinit const Format stylus_format{
    .name = "stylus",
    .summary = "variables of Stylus",
    .suffixes = "styl",
    .recognizes = recognizes,
    .read = read,
};

}  // namespace palette::formats
