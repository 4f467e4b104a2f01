// Custom properties of CSS whose values are colors: --sea-glass-1: #0b3954;
// Source: CSS Syntax 3 and CSS Custom Properties 1, as much of them as names and values need.
//
// Read is every property of the sheet, whatever block it stands in, whose whole value is a color;
// the others are passed over. What is written is one :root with names made of the palette's slug
// and the color's name, else its number; the title and credit are a comment.
#include "base/ascii.hpp"
#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "color/css_names.hpp"
#include "color/hex.hpp"
#include "formats/format.hpp"
#include "formats/identifiers.hpp"

#include <algorithm>
#include <optional>

namespace palette::formats {

namespace {

bool is_name_byte(char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// Walks a sheet from declaration to declaration, past comments and strings.
class Sheet {
  public:
    explicit Sheet(std::string_view text) : text_(text) {}

    // To the next custom property; false at the end.
    [[nodiscard]] bool next() {
        while (at_ < text_.size()) {
            if (skip_comment_or_string()) continue;
            const bool begins = begins_declaration_ && text_.substr(at_).starts_with("--");
            if (begins && take_declaration()) return true;
            const char c = text_[at_++];
            if (c == '\n') ++line_;
            const bool ends = c == '{' || c == '}' || c == ';';
            if (ends || blanks.find(c) == std::string_view::npos) begins_declaration_ = ends;
        }
        return false;
    }
    [[nodiscard]] std::string_view name() const { return name_; }
    [[nodiscard]] std::string_view value() const { return value_; }
    [[nodiscard]] std::size_t line() const { return line_; }

  private:
    void advance_to(std::size_t end) {
        end = std::min(end, text_.size());
        line_ += static_cast<std::size_t>(
            std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                       text_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
        at_ = end;
    }

    bool skip_comment_or_string() {
        if (text_.substr(at_).starts_with("/*")) {
            const auto end = text_.find("*/", at_ + 2);
            advance_to(end == std::string_view::npos ? text_.size() : end + 2);
            return true;
        }
        if (text_[at_] != '"' && text_[at_] != '\'') return false;
        const char quote = text_[at_];
        std::size_t end = at_ + 1;
        while (end < text_.size() && text_[end] != quote)
            end += text_[end] == '\\' ? 2 : 1;
        advance_to(end + 1);
        begins_declaration_ = false;
        return true;
    }

    [[nodiscard]] bool take_declaration() {
        std::size_t end = at_;
        while (end < text_.size() && is_name_byte(text_[end]))
            ++end;
        const std::string_view name = text_.substr(at_, end - at_);
        const auto colon = text_.find_first_not_of(blanks, end);
        if (colon == std::string_view::npos || text_[colon] != ':') return false;
        const auto stop = std::min(text_.find_first_of(";{}\"'", colon + 1), text_.size());
        name_ = name;
        value_ = trimmed(text_.substr(colon + 1, stop - colon - 1));
        advance_to(stop);
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    bool begins_declaration_ = true;
    std::string_view name_;
    std::string_view value_;
};

// 100 is a number here, and no short form of #110000.
std::optional<color::Color> color_of(std::string_view value) {
    return value.starts_with('#') ? color::parse_hex(value) : color::css_color_named(value);
}

FileRead read(std::string_view text) {
    Sheet sheet(text);
    Record record;
    while (sheet.next()) {
        const auto color = color_of(sheet.value());
        if (!color) continue;
        if (record.colors.size() == api::Colors::most)
            return too_many_colors(at_line(sheet.line()));
        record.colors.push_back({*color, std::string(sheet.name())});
    }
    if (record.colors.empty()) return fault(at_line(1), "no custom property in it is a color");
    return record;
}

// An attribute selector and a JSON array both begin with [.
bool recognizes(std::string_view text) {
    text = without_leading_blanks(text);
    if (text.starts_with('{')) return false;
    if (text.starts_with('[')) {
        const std::string_view inside = without_leading_blanks(text.substr(1));
        const bool is_selector = !inside.empty() && is_letter(inside[0]);
        if (!is_selector) return false;
    }
    Sheet sheet(text);
    return sheet.next() && text.find('{') != std::string_view::npos;
}

// Nothing in it ends the comment.
std::string comment(std::string_view text) {
    std::string line = on_one_line(text);
    for (auto at = line.find("*/"); at != std::string::npos; at = line.find("*/", at))
        line.insert(at + 1, " ");
    return line;
}

std::string heading(const Record& record) {
    std::string text = "/* " + comment(record.title);
    if (!record.ref.empty()) text += ", " + record.ref;
    for (const std::string* part : {&record.author, &record.source, &record.url, &record.license}) {
        if (!part->empty()) text += "; " + comment(*part);
    }
    return text + " */\n";
}

std::string write(const Record& record) {
    const std::string prefix = file_prefix(record);
    const auto names = color_identifiers(record);
    std::string text = heading(record) + ":root {\n";
    for (std::size_t i = 0; i < names.size(); ++i) {
        text +=
            "  --" + prefix + "-" + names[i] + ": " + color::to_hex(record.colors[i].color) + ";\n";
    }
    return text + "}\n";
}

}  // namespace

constinit const Format css_format{
    .name = "css",
    .summary = "custom properties of CSS",
    .recognizes = recognizes,
    .read = read,
    .write = write,
};

}  // namespace palette::formats
