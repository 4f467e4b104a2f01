// OKLab over the light that the three kinds of cones take in. Both ways stand here so that who goes
// them a million times a second has them inline, and multiplies with one matrix to get from some
// light to the cones.
//
// Source: B. Ottosson, "A perceptual color space for image processing", 2020; the matrices as CSS
// Color Module Level 4, section 18, has them.
#pragma once

#include "color/matrix.hpp"

#include <cmath>

namespace palette::color {

inline constexpr Matrix xyz_to_cones{
    Vector{0.8190224379967030, 0.3619062600528904, -0.1288737815209879},
    {0.0329836539323885, 0.9292868615863434, 0.0361446663506424},
    {0.0481771893596242, 0.2642395317527308, 0.6335478284694309}};
inline constexpr Matrix cones_to_xyz = inverse(xyz_to_cones);
inline constexpr Matrix roots_to_oklab{
    Vector{0.2104542683093140, 0.7936177747023054, -0.0040720430116193},
    {1.9779985324311684, -2.4285922420485799, 0.4505937096174110},
    {0.0259040424655478, 0.7827717124575296, -0.8086757549230774}};
inline constexpr Matrix oklab_to_roots = inverse(roots_to_oklab);

[[nodiscard]] inline Vector cones_to_oklab(const Vector& cones) {
    return roots_to_oklab * Vector{std::cbrt(cones[0]), std::cbrt(cones[1]), std::cbrt(cones[2])};
}

[[nodiscard]] inline Vector oklab_to_cones(const Vector& oklab) {
    const Vector roots = oklab_to_roots * oklab;
    return {roots[0] * roots[0] * roots[0], roots[1] * roots[1] * roots[1],
            roots[2] * roots[2] * roots[2]};
}

}  // namespace palette::color
