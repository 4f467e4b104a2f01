// Between light and the numbers that stand for it in a file: the transfer functions of RGB spaces.
// Each is odd, so that what is outside the gamut stays the same distance outside.
//
// Source: CSS Color Module Level 4, section 18 "Sample code for Color Conversions".
#pragma once

#include <cstdint>

namespace palette::color {

// Also that of display-p3.
[[nodiscard]] double srgb_decoded(double encoded);
[[nodiscard]] double srgb_encoded(double light);
// Of byte / 255, from a table that the first call prepares. Any thread.
[[nodiscard]] double srgb_decoded_byte(std::uint8_t byte);

[[nodiscard]] double rec2020_decoded(double encoded);
[[nodiscard]] double rec2020_encoded(double light);

[[nodiscard]] double a98_decoded(double encoded);
[[nodiscard]] double a98_encoded(double light);

[[nodiscard]] double prophoto_decoded(double encoded);
[[nodiscard]] double prophoto_encoded(double light);

}  // namespace palette::color
