// Colors as files have them, in other models than 8-bit sRGB, and what has to be said of those that
// could only be guessed at: what an ink or a Lab value looks like depends on a profile, which
// palette files do not have.
#pragma once

#include "color/color.hpp"
#include "color/matrix.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace palette::formats {

// Of numbers from 0 to 1; what lies outside is clipped.
[[nodiscard]] color::Color color_of_rgb(double red, double green, double blue);
[[nodiscard]] color::Color color_of_gray(double light);
[[nodiscard]] std::uint8_t byte_of(double part);

// Hue as a part of a turn; hue, saturation, brightness.
[[nodiscard]] color::Color color_of_hsb(double hue, double saturation, double brightness);
[[nodiscard]] color::Vector hsb_of(color::Color color);

// Converts, and counts what it did.
class Conversions {
  public:
    // Parts of ink, 0 to 1. Each takes its light away: red is (1 - cyan) (1 - black).
    [[nodiscard]] color::Color cmyk(double cyan, double magenta, double yellow, double black);
    // CIE Lab relative to D50, lightness 0 to 100; what sRGB cannot show is mapped into it.
    [[nodiscard]] color::Color lab(double lightness, double a, double b);

    // "3 CMYK colors and 1 Lab color were converted to sRGB without a profile"; nothing when there
    // were none.
    [[nodiscard]] std::vector<std::string> remarks() const;

  private:
    std::size_t cmyk_ = 0;
    std::size_t lab_ = 0;
};

}  // namespace palette::formats
