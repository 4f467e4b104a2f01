// How well text can be read on a background. Pure functions; alpha takes no part: a text with alpha
// is laid over its background first.
#pragma once

#include "color/color.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace palette::color {

inline constexpr Color white{255, 255, 255};
inline constexpr Color black{0, 0, 0};

// 1 to 21, the same both ways. Source: WCAG 2.2, "contrast ratio" and "relative luminance".
[[nodiscard]] double wcag_contrast(Color one, Color other);

// What WCAG 2.2 asks for, success criteria 1.4.3 and 1.4.6. Large is 24 px, or 18.66 px bold.
inline constexpr double aa_contrast = 4.5;
inline constexpr double aa_large_contrast = 3;
inline constexpr double aaa_contrast = 7;
inline constexpr double aaa_large_contrast = 4.5;

// The most that a contrast is enough for.
enum class WcagGrade : std::uint8_t { none, aa_large, aa, aaa };
inline constexpr std::array<std::string_view, 4> wcag_grade_names{"none", "AA-large", "AA", "AAA"};
[[nodiscard]] WcagGrade wcag_grade(double contrast);

// Lightness contrast Lc, -108 to 106: positive for dark text on light. Source: the APCA-W3
// algorithm 0.0.98G-4g, A. Somers, "The basic math of APCA".
[[nodiscard]] double apca_contrast(Color text, Color background);

// A color with alpha laid over an opaque one, as browsers do: in the numbers of sRGB.
[[nodiscard]] Color over(Color above, Color below);
// What is seen of a color when nobody says what it lies on: paper.
[[nodiscard]] Color on_white(Color color);

}  // namespace palette::color
