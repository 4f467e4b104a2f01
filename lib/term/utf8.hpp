// The one reader of UTF-8 in this folder. Strict: no overlong forms, no surrogates, nothing past
// U+10FFFF. Source: RFC 3629.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace palette::term {

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;
};

// The code point at the beginning; none when the text is empty or begins with an invalid byte.
[[nodiscard]] std::optional<CodePoint> first_code_point(std::string_view text);

}  // namespace palette::term
