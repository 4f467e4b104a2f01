// How colors look to who lacks a kind of cones, in part or altogether.
//
// Source: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for
// Simulation of Color Vision Deficiency", 2009: their matrices, which are meant for light, applied
// to linear sRGB.
#pragma once

#include "color/color.hpp"

#include <cstdint>

namespace palette::color {

enum class Deficiency : std::uint8_t {
    protan,  // of red
    deutan,  // of green
    tritan,  // of blue
};

// Severity from 0, none, to 1; between the tenths that the paper has it is interpolated. Alpha is
// kept.
[[nodiscard]] Color seen_with(Deficiency deficiency, double severity, Color color);

}  // namespace palette::color
