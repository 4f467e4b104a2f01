// JSON as documents are pinned: one member or element a line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace palette::test {

// Where the string that begins at `start` ends, its closing quote included.
inline std::size_t end_of_string(std::string_view json, std::size_t start) {
    std::size_t at = start + 1;
    while (at < json.size() && json[at] != '"')
        at += json[at] == '\\' ? 2 : 1;
    return at + 1;
}

// `json` is one valid value without white space, as the writer and the reader make it; the result
// is the same value with line breaks and indents of two, and ends in a line break.
[[nodiscard]] inline std::string indented(std::string_view json) {
    constexpr std::size_t indent = 2;
    const auto closes = [](char c) { return c == '}' || c == ']'; };
    std::string lines;
    std::size_t depth = 0;
    const auto break_line = [&] { lines.append(1, '\n').append(depth * indent, ' '); };
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"') {
            const std::size_t end = end_of_string(json, i);
            lines += json.substr(i, end - i);
            i = end - 1;
        } else if ((c == '{' || c == '[') && i + 1 < json.size() && closes(json[i + 1])) {
            lines += json.substr(i++, 2);
        } else if (c == '{' || c == '[') {
            lines += c;
            ++depth;
            break_line();
        } else if (closes(c)) {
            --depth;
            break_line();
            lines += c;
        } else {
            lines += c;
            if (c == ':') lines += ' ';
            if (c == ',') break_line();
        }
    }
    return lines + '\n';
}

}  // namespace palette::test
