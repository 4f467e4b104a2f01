#include "lint/near_pairs.hpp"

#include "color/difference.hpp"
#include "lint/check.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace palette::lint {

namespace {

// The most that CIEDE2000 divides a difference of lightness by, at black and white: what differs
// more in lightness differs more in all, since what it adds to that is never negative.
constexpr double most_lightness_weight = 1.75;

}  // namespace

bool each_near_pair(std::span<const color::Vector> labs, double below, const TakePair& take) {
    std::vector<std::size_t> by_lightness(labs.size());
    std::iota(by_lightness.begin(), by_lightness.end(), std::size_t{0});
    std::ranges::sort(by_lightness, {}, [&](std::size_t place) { return labs[place][0]; });
    const double reach = below * most_lightness_weight;
    std::size_t compared = 0;
    for (std::size_t i = 0; i < by_lightness.size(); ++i) {
        const color::Vector& lab = labs[by_lightness[i]];
        for (std::size_t j = i + 1; j < by_lightness.size(); ++j) {
            const color::Vector& other = labs[by_lightness[j]];
            if (other[0] - lab[0] > reach) break;
            if (++compared > most_comparisons) return false;
            const double difference = color::delta_e_2000(lab, other);
            if (difference >= below) continue;
            const auto [first, second] = std::minmax(by_lightness[i], by_lightness[j]);
            if (take({first, second, difference}) == Search::ends) return true;
        }
    }
    return true;
}

}  // namespace palette::lint
