#include "term/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace palette::term {

std::optional<CodePoint> first_code_point(std::string_view text) {
    constexpr std::size_t longest = 4;
    if (text.empty()) return std::nullopt;
    const auto size = static_cast<utf8proc_ssize_t>(std::min(text.size(), longest));
    utf8proc_int32_t value = 0;
    const auto bytes =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), size, &value);
    if (bytes <= 0) return std::nullopt;
    return CodePoint{static_cast<char32_t>(value), static_cast<std::size_t>(bytes)};
}

}  // namespace palette::term
