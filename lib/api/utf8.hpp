// Whether text is UTF-8: what values of text take for granted.
#pragma once

#include <string_view>

namespace palette::api {

// Strict: no overlong forms, no surrogates, nothing past U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace palette::api
