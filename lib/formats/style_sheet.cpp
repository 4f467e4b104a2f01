#include "formats/style_sheet.hpp"

#include "base/ascii.hpp"
#include "base/trim.hpp"
#include "color/hex.hpp"
#include "formats/identifiers.hpp"

#include <algorithm>

namespace palette::formats {

namespace {

// A backslash escapes what follows.
bool is_name_byte(char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '\\' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

}  // namespace

bool StyleSheet::next() {
    while (at_ < text_.size()) {
        if (takes_comment() || takes_string()) continue;
        const bool begins = begins_declaration_ && text_.substr(at_).starts_with(dialect_.sigil);
        if (begins && takes_variable()) return true;
        const char c = text_[at_++];
        if (c == '\n') ++line_;
        const bool ends = c == '{' || c == '}' || c == ';';
        if (ends || blanks.find(c) == std::string_view::npos) begins_declaration_ = ends;
    }
    return false;
}

void StyleSheet::advance_to(std::size_t end) {
    const std::string_view passed = text_.substr(at_, end - at_);
    line_ += static_cast<std::size_t>(std::ranges::count(passed, '\n'));
    at_ += passed.size();
}

bool StyleSheet::takes_comment() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("/*")) {
        const auto end = text_.find("*/", at_ + 2);
        advance_to(end == std::string_view::npos ? text_.size() : end + 2);
        return true;
    }
    // The // of an address is none.
    const bool begins_line_comment =
        dialect_.has_line_comments && rest.starts_with("//") && (at_ == 0 || text_[at_ - 1] != ':');
    if (begins_line_comment) advance_to(std::min(text_.find('\n', at_), text_.size()));
    return begins_line_comment;
}

bool StyleSheet::takes_string() {
    if (text_[at_] != '"' && text_[at_] != '\'') return false;
    const char quote = text_[at_];
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote)
        end += text_[end] == '\\' ? 2 : 1;
    advance_to(std::min(end + 1, text_.size()));
    begins_declaration_ = false;
    return true;
}

bool StyleSheet::takes_variable() {
    std::size_t end = at_ + dialect_.sigil.size();
    while (end < text_.size() && is_name_byte(text_[end]))
        end += text_[end] == '\\' ? 2 : 1;
    end = std::min(end, text_.size());
    const std::string_view name = text_.substr(at_, end - at_);
    const auto colon = text_.find_first_not_of(blanks, end);
    if (colon == std::string_view::npos || text_[colon] != ':') return false;
    name_ = name;
    advance_to(colon + 1);
    take_value();
    return true;
}

// To its end, with a blank for each comment in it.
void StyleSheet::take_value() {
    std::string value;
    while (at_ < text_.size() && std::string_view(";{}\"'").find(text_[at_]) == std::string::npos) {
        if (takes_comment()) {
            value += ' ';
            continue;
        }
        value += text_[at_];
        advance_to(at_ + 1);
    }
    value_ = trimmed(value);
}

bool has_variables(std::string_view text, const Dialect& dialect) {
    text = without_leading_blanks(text);
    // JSON, and comments of other formats, whose words may be anything.
    for (const std::string_view other : {"{", "<", "!", "# ", "##"}) {
        if (text.starts_with(other)) return false;
    }
    // An attribute selector and a JSON array both begin with [.
    if (text.starts_with('[')) {
        const std::string_view inside = without_leading_blanks(text.substr(1));
        if (inside.empty() || !is_letter(inside[0])) return false;
    }
    StyleSheet sheet(text, dialect);
    while (sheet.next()) {
        // Of pages of print, in CSS: @page :first { ... }
        if (sheet.name() != "@page") return true;
    }
    return false;
}

std::string variables_of(const Record& record, std::string_view indent, std::string_view sigil) {
    const std::string before = std::string(indent) + std::string(sigil) + file_prefix(record) + "-";
    const auto names = color_identifiers(record);
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += before + names[i] + ": " + color::to_hex(record.colors[i].color) + ";\n";
    return text;
}

}  // namespace palette::formats
