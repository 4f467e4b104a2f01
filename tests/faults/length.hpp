// How long a fault test goes on: briefly, unless the environment asks for more (scripts/soak does).
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace palette::test {

inline int number_from(const char* variable, int otherwise) {
    const char* text = std::getenv(variable);
    return text == nullptr ? otherwise : std::max(1, std::atoi(text));
}

// PALETTE_SOAK_CYCLES: of kills, stops and restarts.
inline int cycles(int few) {
    return number_from("PALETTE_SOAK_CYCLES", few);
}

// PALETTE_SOAK_SECONDS: of what goes on for a time.
inline std::chrono::seconds duration(int few) {
    return std::chrono::seconds(number_from("PALETTE_SOAK_SECONDS", few));
}

}  // namespace palette::test
