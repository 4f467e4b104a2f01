// How far apart two colors look. Alpha takes no part. Pure functions of doubles.
//
// Lab is relative to D50, as everywhere here (space.hpp).
#pragma once

#include "color/color.hpp"
#include "color/matrix.hpp"

#include <cstdint>

namespace palette::color {

// Euclidean distance in Lab. Source: CIE 1976.
[[nodiscard]] double delta_e_76(const Vector& lab, const Vector& other);

// Source: G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 color-difference formula", 2005.
[[nodiscard]] double delta_e_2000(const Vector& lab, const Vector& other);

// CMC l:c with 2:1, as textiles are accepted by. Not symmetric: the first is the standard. Source:
// BS 6923:1988.
[[nodiscard]] double delta_e_cmc(const Vector& standard, const Vector& sample);

// Euclidean distance in OKLab: 0 for the same color, 1 between black and white, about 0.02 where
// neighbors can just be told apart. Source: CSS Color Module Level 4, section 13.2.
[[nodiscard]] double delta_e_ok(const Vector& oklab, const Vector& other);

// What a difference means to whoever looks. Source: W. S. Mokrzycki, M. Tatol, "Colour difference
// Delta E - a survey", 2011, section 5; their bounds are taken for CIEDE2000.
enum class Likeness : std::uint8_t {
    indistinguishable,  // below 1: nobody notices
    nearly_alike,       // below 2: a trained eye notices
    close,              // below 3.5: everybody notices who looks closely
    different,          // below 5: clearly so
    two_colors,         // nobody takes one for the other
};
[[nodiscard]] Likeness likeness_of(double delta_e_2000);

// That of two colors of the screen.
[[nodiscard]] double difference(Color one, Color other);

}  // namespace palette::color
