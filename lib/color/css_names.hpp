// The named colors of CSS. Source: CSS Color 4, sections 6.1 (148 names) and 6.3 (transparent).
#pragma once

#include "color/color.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace palette::color {

struct NamedColor {
    std::string_view name{};
    Color color{};
};

// All 148, in lower case, sorted by name. Several names may share a color (aqua and cyan, gray and
// grey).
[[nodiscard]] std::span<const NamedColor> css_colors();

// The color of a name in any case, and of "transparent".
[[nodiscard]] std::optional<Color> css_color_named(std::string_view name);

}  // namespace palette::color
