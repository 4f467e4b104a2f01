// Angles of hues.
#pragma once

#include <cmath>
#include <numbers>

namespace palette::color {

inline constexpr double turn = 360;  // degrees

// 0 to below a turn.
[[nodiscard]] inline double in_turn(double degrees) {
    const double rest = std::fmod(degrees, turn);
    const double ahead = rest < 0 ? rest + turn : rest;
    return ahead < turn ? ahead : 0;  // so little below 0 that the sum is a whole turn
}

[[nodiscard]] inline double radians(double degrees) {
    return degrees * std::numbers::pi / (turn / 2);
}

// Of the direction (x, y); 0 where there is none.
[[nodiscard]] inline double direction(double x, double y) {
    if (x == 0 && y == 0) return 0;
    return in_turn(std::atan2(y, x) * (turn / 2) / std::numbers::pi);
}

}  // namespace palette::color
