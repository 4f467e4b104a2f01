// Roles that say what a color of a palette is for, in upper or lower case.
#pragma once

#include "base/ascii.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace palette::lint {

inline constexpr std::array<std::string_view, 3> text_roles{"text", "foreground", "fg"};
inline constexpr std::array<std::string_view, 3> background_roles{"background", "bg", "surface"};

[[nodiscard]] constexpr bool is_text_role(std::string_view role) {
    return std::ranges::any_of(
        text_roles, [&](std::string_view word) { return equals_ignoring_case(word, role); });
}
[[nodiscard]] constexpr bool is_background_role(std::string_view role) {
    return std::ranges::any_of(
        background_roles, [&](std::string_view word) { return equals_ignoring_case(word, role); });
}

}  // namespace palette::lint
