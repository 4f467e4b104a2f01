#include "cli/input/utf8.hpp"

#include "term/utf8.hpp"

namespace palette::cli {

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto first = term::first_code_point(text);
        if (!first) return false;
        text.remove_prefix(first->bytes);
    }
    return true;
}

std::optional<std::size_t> first_word_not_utf8(std::span<const std::string> words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!is_utf8(words[i])) return i + 1;
    }
    return std::nullopt;
}

}  // namespace palette::cli
