// A color in any of the spaces, and its way from one to another. Pure functions of doubles.
//
// Sources: CSS Color Module Level 4 (sections 4.4 missing components, 10 and 18 conversions);
// B. Ottosson, "A perceptual color space for image processing", 2020 (OKLab). Matrices follow from
// the spaces' primaries and whites (matrix.hpp).
#pragma once

#include "color/color.hpp"
#include "color/matrix.hpp"
#include "color/space.hpp"

#include <cstdint>

namespace palette::color {

// Components that are `none`, one bit each.
class Missing {
  public:
    static constexpr std::size_t alpha = 3;  // the place of alpha

    [[nodiscard]] constexpr bool has(std::size_t place) const { return (bits_ >> place & 1U) != 0; }
    [[nodiscard]] constexpr bool any() const { return bits_ != 0; }
    constexpr void add(std::size_t place) { bits_ |= static_cast<std::uint8_t>(1U << place); }
    constexpr void remove(std::size_t place) { bits_ &= static_cast<std::uint8_t>(~(1U << place)); }

    friend constexpr bool operator==(Missing, Missing) = default;

  private:
    std::uint8_t bits_ = 0;
};

// RGB and XYZ: 1 is white's. Lightness, saturation and the like: as CSS writes them without a
// percent sign (facts_of). Hue in degrees, 0 to below 360 where a conversion made it. What is
// missing is 0 as well. Components may lie outside of any gamut, but for those of HSV; they are
// finite.
struct Coordinates {
    Space space = Space::srgb;
    Vector values{};
    double alpha = 1;  // 0 to 1
    Missing missing{};
};

// A hue that says nothing, because there is no chroma, is missing in what a conversion makes.
[[nodiscard]] Coordinates convert(const Coordinates& color, Space space);

[[nodiscard]] Coordinates coordinates_of(Color color);  // in sRGB

// The same for the numbers alone.
[[nodiscard]] Vector convert(const Vector& values, Space from, Space to);

}  // namespace palette::color
