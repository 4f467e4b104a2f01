// What RGB spaces are made of: their whites, and the way of their light to XYZ and back.
//
// Source: CSS Color Module Level 4, sections 10 and 18. XYZ is relative to D65, but for ProPhoto's,
// which is relative to D50.
#pragma once

#include "color/matrix.hpp"

namespace palette::color {

inline constexpr Chromaticity d50{0.3457, 0.3585};
inline constexpr Chromaticity d65{0.3127, 0.3290};

inline constexpr Matrix d50_to_d65 = adaptation(d50, d65);
inline constexpr Matrix d65_to_d50 = adaptation(d65, d50);

inline constexpr Primaries srgb_primaries{{0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}};
inline constexpr Primaries p3_primaries{{0.680, 0.320}, {0.265, 0.690}, {0.150, 0.060}};
inline constexpr Primaries rec2020_primaries{{0.708, 0.292}, {0.170, 0.797}, {0.131, 0.046}};
inline constexpr Primaries a98_primaries{{0.64, 0.33}, {0.21, 0.71}, {0.15, 0.06}};
inline constexpr Primaries prophoto_primaries{
    {0.734699, 0.265301}, {0.159597, 0.840403}, {0.036598, 0.000105}};

inline constexpr Matrix srgb_to_xyz = rgb_to_xyz(srgb_primaries, d65);
inline constexpr Matrix xyz_to_srgb = inverse(srgb_to_xyz);
inline constexpr Matrix p3_to_xyz = rgb_to_xyz(p3_primaries, d65);
inline constexpr Matrix xyz_to_p3 = inverse(p3_to_xyz);
inline constexpr Matrix rec2020_to_xyz = rgb_to_xyz(rec2020_primaries, d65);
inline constexpr Matrix xyz_to_rec2020 = inverse(rec2020_to_xyz);
inline constexpr Matrix a98_to_xyz = rgb_to_xyz(a98_primaries, d65);
inline constexpr Matrix xyz_to_a98 = inverse(a98_to_xyz);
inline constexpr Matrix prophoto_to_xyz = rgb_to_xyz(prophoto_primaries, d50);
inline constexpr Matrix xyz_to_prophoto = inverse(prophoto_to_xyz);

}  // namespace palette::color
