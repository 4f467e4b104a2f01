// How different two colors are to given eyes, for whoever compares the same colors again and again.
#pragma once

#include "color/color.hpp"
#include "color/matrix.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace palette::color {

// By what two colors are compared (difference.hpp).
enum class Measure : std::uint8_t { ciede2000, ok };
inline constexpr std::array<std::string_view, 2> measure_names{"ciede2000", "ok"};

// Whose eyes are to tell them apart: those that see all colors alone, or also those that lack one
// kind of cones altogether (vision.hpp).
enum class Eyes : std::uint8_t { full, any };

// A color as each kind of eyes sees it, in the space of the measure.
struct Perceived {
    Color color;
    std::array<Vector, 4> by_eyes{};
};

class Perception {
  public:
    Perception(Measure measure, Eyes eyes);

    [[nodiscard]] Perceived of(Color color) const;
    // To the eyes that see the least of it.
    [[nodiscard]] double difference(const Perceived& one, const Perceived& other) const;
    // How many comparisons by the measure that takes.
    [[nodiscard]] std::size_t kinds_of_eyes() const { return kinds_; }

  private:
    Measure measure_;
    std::size_t kinds_;
};

}  // namespace palette::color
