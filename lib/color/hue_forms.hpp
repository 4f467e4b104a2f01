// The forms of sRGB that begin from a hue: HSL, HSV and HWB. Hues in degrees, the others in
// percent; a hue that says nothing is 0.
//
// Source: CSS Color Module Level 4, sections 7 and 8; HSV as A. R. Smith has it (1978).
#pragma once

#include "color/matrix.hpp"

namespace palette::color {

[[nodiscard]] Vector to_hsl(const Vector& rgb);
[[nodiscard]] Vector from_hsl(const Vector& hsl);

// Of what sRGB can show, the rest clipped: value and saturation mean nothing outside.
[[nodiscard]] Vector to_hsv(const Vector& any_rgb);
[[nodiscard]] Vector from_hsv(const Vector& hsv);

[[nodiscard]] Vector to_hwb(const Vector& rgb);
[[nodiscard]] Vector from_hwb(const Vector& hwb);

}  // namespace palette::color
