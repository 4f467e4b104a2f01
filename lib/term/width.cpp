#include "term/width.hpp"

#include "term/grapheme.hpp"

namespace palette::term {

namespace {

constexpr std::string_view ellipsis = "…";

// The longest beginning of whole graphemes that is at most so wide.
std::string_view beginning(std::string_view text, std::size_t columns) {
    std::size_t bytes = 0;
    std::size_t used = 0;
    while (bytes < text.size()) {
        const Grapheme next = first_grapheme(text.substr(bytes));
        if (used + next.columns > columns) break;
        used += next.columns;
        bytes += next.text.size();
    }
    return text.substr(0, bytes);
}

}  // namespace

std::size_t width(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) {
        const Grapheme next = first_grapheme(text);
        columns += next.columns;
        text.remove_prefix(next.text.size());
    }
    return columns;
}

std::string fit(std::string_view text, std::size_t columns) {
    if (columns == 0) return {};
    if (beginning(text, columns).size() == text.size()) return std::string(text);
    return std::string(beginning(text, columns - 1)).append(ellipsis);
}

std::string pad(std::string_view text, std::size_t columns, Align align) {
    const std::size_t used = width(text);
    const std::string spaces(columns > used ? columns - used : 0, ' ');
    return align == Align::left ? std::string(text) + spaces : spaces + std::string(text);
}

}  // namespace palette::term
