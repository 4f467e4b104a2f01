// Pairs of colors that differ little, without comparing all with all.
#pragma once

#include "color/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

namespace palette::lint {

struct Pair {
    std::size_t one;  // the place before the other
    std::size_t other;
    double difference;  // CIEDE2000
};

enum class Search : std::uint8_t { goes_on, ends };
using TakePair = std::function<Search(const Pair& pair)>;

// Takes each pair of `labs` that differs by less than `below`, in no order. False when there was
// more to compare than most_comparisons (check.hpp).
[[nodiscard]] bool each_near_pair(std::span<const color::Vector> labs, double below,
                                  const TakePair& take);

}  // namespace palette::lint
