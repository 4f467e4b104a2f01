#include "term/wrap.hpp"

#include "term/width.hpp"

#include <algorithm>

namespace palette::term {

std::string wrapped(std::string_view text, std::size_t indent, std::size_t columns) {
    std::string lines(indent, ' ');
    std::size_t column = indent;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (column > indent && column + 1 + width(word) > columns) {
            lines += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            lines += ' ';
            ++column;
        }
        lines += word;
        column += width(word);
    }
    return lines + "\n";
}

}  // namespace palette::term
