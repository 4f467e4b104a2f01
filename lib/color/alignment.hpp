// What became of the colors of a list in another.
//
// Each color is matched with the same color in the other list, the first with the first where it
// is there several times. The longest run of matches that are in the same order is what stayed; the
// other matches have moved. Of what is left, colors that stand in the same gap are taken for
// changed, one by one; the rest was removed or added. Some n log n steps.
#pragma once

#include "color/color.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace palette::color {

enum class Fate : std::uint8_t { kept, moved, changed, removed, added };

struct Aligned {
    Fate fate;
    // Places in the two lists; none where it is not in that one.
    std::optional<std::size_t> from{};
    std::optional<std::size_t> to{};

    friend bool operator==(const Aligned&, const Aligned&) = default;
};

// Every color of both lists once, in the order of the second; what was removed stands where it was.
[[nodiscard]] std::vector<Aligned> align(std::span<const Color> from, std::span<const Color> to);

}  // namespace palette::color
