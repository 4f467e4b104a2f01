// Chance that a seed repeats: the same numbers everywhere. Those of the standard's generator are;
// those of its distributions are not.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>

namespace palette::color {

class Chance {
  public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}

    [[nodiscard]] std::size_t below(std::size_t count) { return engine_() % count; }
    // 0 to below 1.
    [[nodiscard]] double share() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }
    [[nodiscard]] double between(double least, double most) {
        return std::lerp(least, most, share());
    }
    // -1 to 1.
    [[nodiscard]] double either_way() {
        constexpr double half = 0x1p63;
        return static_cast<double>(engine_()) / half - 1;
    }

  private:
    std::mt19937_64 engine_;
};

}  // namespace palette::color
