// Measured numbers as people read them: with two decimals, and never rounded up to a bound that
// they do not reach.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>

namespace palette {

// 4.497 as 449. A number that came out a very little less than it is, such as 20.9999999999, is
// taken for what it is.
[[nodiscard]] inline std::int64_t hundredths_reached(double number) {
    constexpr double slack = 1e-4;  // of a hundredth
    return static_cast<std::int64_t>(std::floor(number * 100 + slack));
}

// "4.49". The number is not negative.
[[nodiscard]] inline std::string two_decimals(double number) {
    const std::int64_t hundredths = hundredths_reached(number);
    const std::string rest = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + (rest.size() < 2 ? ".0" : ".") + rest;
}

}  // namespace palette
