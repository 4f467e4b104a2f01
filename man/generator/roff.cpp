#include "roff.hpp"

#include "base/ascii.hpp"

namespace palette::manual {

namespace {

std::string with_escapes(std::string_view text, std::string_view dash) {
    std::string roff;
    for (const char c : text) {
        if (c == '\\') {
            roff += "\\e";
        } else if (c == '-') {
            roff += dash;
        } else {
            roff += c;
        }
    }
    // At the head of a line these would begin a macro.
    if (roff.starts_with('.') || roff.starts_with('\'')) roff.insert(0, "\\&");
    return roff;
}

// LIMIT and [OPTION]..., but neither --limit nor 70.
bool stands_for_another(std::string_view word) {
    bool has_letter = false;
    for (const char c : word) {
        if (is_lower(c)) return false;
        has_letter = has_letter || is_upper(c);
    }
    return has_letter && !word.starts_with('-');
}

}  // namespace

std::string prose(std::string_view text) {
    return with_escapes(text, "-");
}

std::string typed(std::string_view text) {
    return "\\fB" + with_escapes(text, "\\-") + "\\fR";
}

std::string usage(std::string_view text) {
    std::string roff;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(word.size() + (word.size() < text.size() ? 1 : 0));
        if (!roff.empty()) roff += ' ';
        roff +=
            stands_for_another(word) ? "\\fI" + with_escapes(word, "\\-") + "\\fR" : typed(word);
    }
    return roff;
}

std::string item(const std::string& term, std::string_view meaning) {
    return ".TP\n" + term + "\n" + prose(meaning) + "\n";
}

std::string below(const std::string& roff) {
    return ".RS\n" + roff + ".RE\n";
}

std::string compact(const std::string& items) {
    return ".PD 0\n" + items + ".PD\n";
}

std::string reference(std::string_view name) {
    return "\\fI" + with_escapes(name, "-") + "\\fR";
}

std::string example(std::string_view lines) {
    std::string roff = ".PP\n.RS 4\n.EX\n";
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(line.size() + (line.size() < lines.size() ? 1 : 0));
        roff += with_escapes(line, "\\-") + "\n";
    }
    return roff + ".EE\n.RE\n";
}

std::string section(std::string_view name) {
    return ".SH " + prose(name) + "\n";
}

std::string subsection(std::string_view name) {
    return ".SS " + prose(name) + "\n";
}

}  // namespace palette::manual
