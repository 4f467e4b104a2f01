#include "color/distinct.hpp"

#include "base/check.hpp"
#include "color/chance.hpp"
#include "color/contrast.hpp"
#include "color/convert.hpp"
#include "color/sort.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace palette::color {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// For moving colors: a tenth of a second of CIEDE2000 on one core. Five times as many gain less
// than 3 %. Choosing the first set takes a comparison of each candidate with each color beside it.
constexpr std::size_t most_comparisons = 400'000;
// The first set is chosen from a grid of so many levels of each channel.
constexpr std::size_t levels = 12;
// How far a color moves at first and at last, in steps of 8 bits.
constexpr double longest_move = 96;
constexpr double shortest_move = 2;

std::uint8_t byte_near(double value) {
    constexpr double most = 255;
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, most)));
}

// The set while it is looked for: what it stands on and the given colors first, which stay.
class Search {
  public:
    explicit Search(const DistinctWish& wish)
        : wish_(wish), perception_(wish.measure, wish.eyes), chance_(wish.seed) {
        for (const auto* fixed : {&wish.on, &wish.from}) {
            for (const Color color : *fixed)
                all_.push_back(perception_.of(color));
        }
    }

    // Takes what is farthest from all that there are, again and again. False when nothing can be
    // taken.
    [[nodiscard]] bool choose() {
        std::vector<Candidate> candidates = grid();
        for (std::size_t left = wish_.count - wish_.from.size(); left > 0; --left) {
            if (candidates.empty()) return false;
            const auto farthest = std::ranges::max_element(candidates, {}, &Candidate::nearest);
            all_.push_back(farthest->perceived);
            for (Candidate& one : candidates) {
                one.nearest =
                    std::min(one.nearest, perception_.difference(one.perceived, all_.back()));
            }
        }
        return true;
    }

    void improve() {
        const std::size_t movable = all_.size() - first_movable();
        if (movable == 0 || all_.size() < 2) return;
        measure_all();
        const std::size_t steps = most_comparisons / (all_.size() * perception_.kinds_of_eyes());
        for (std::size_t step = 0; step < steps; ++step) {
            const double way = static_cast<double>(step) / static_cast<double>(steps);
            const double reach = longest_move * std::pow(shortest_move / longest_move, way);
            // The one that is worst off and any other in turn: the worst may have nowhere to go
            // until another makes room.
            const std::size_t any = first_movable() + chance_.below(movable);
            try_to_move(step % 2 == 0 ? worst() : any, reach);
        }
    }

    // The new ones.
    [[nodiscard]] std::vector<Color> found() const {
        std::vector<Color> colors;
        for (std::size_t i = first_movable(); i < all_.size(); ++i)
            colors.push_back(all_[i].color);
        return colors;
    }

  private:
    struct Candidate {
        Perceived perceived;
        double nearest = infinity;
    };
    using Row = std::vector<double>;

    [[nodiscard]] std::size_t first_movable() const { return wish_.on.size() + wish_.from.size(); }

    [[nodiscard]] bool is_seen(Color color) const {
        return std::ranges::all_of(wish_.on, [&](Color ground) {
            return wcag_contrast(color, ground) >= graphic_contrast;
        });
    }

    // All the colors of the grid that may be taken. Any seed but 0 shifts each a little, so as to
    // begin elsewhere.
    [[nodiscard]] std::vector<Candidate> grid() {
        constexpr double step = 255.0 / (levels - 1);
        const auto level = [&](std::size_t i) {
            const double shift = wish_.seed == 0 ? 0 : chance_.either_way() / 2;
            return byte_near((static_cast<double>(i % levels) + shift) * step);
        };
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < levels * levels * levels; ++i) {
            const Color color{level(i / levels / levels), level(i / levels), level(i)};
            if (!is_seen(color)) continue;
            Candidate& one = candidates.emplace_back(Candidate{perception_.of(color)});
            for (const Perceived& other : all_) {
                one.nearest = std::min(one.nearest, perception_.difference(one.perceived, other));
            }
        }
        return candidates;
    }

    // The differences from all the others; from itself it is infinite.
    [[nodiscard]] Row row_of(const Perceived& one, std::size_t place) const {
        Row row(all_.size(), infinity);
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (i != place) row[i] = perception_.difference(one, all_[i]);
        }
        return row;
    }

    void measure_all() {
        for (std::size_t i = 0; i < all_.size(); ++i)
            differences_.push_back(row_of(all_[i], i));
    }

    [[nodiscard]] double nearest_to(std::size_t place) const {
        return std::ranges::min(differences_[place]);
    }

    [[nodiscard]] std::size_t worst() const {
        std::size_t worst = first_movable();
        double least = infinity;
        for (std::size_t i = first_movable(); i < all_.size(); ++i) {
            const double nearest = nearest_to(i);
            if (nearest < least) worst = i;
            least = std::min(least, nearest);
        }
        return worst;
    }

    void try_to_move(std::size_t place, double reach) {
        const auto moved = [&](std::uint8_t channel) {
            return byte_near(channel + chance_.either_way() * reach);
        };
        const Color old = all_[place].color;
        const Color color{moved(old.r), moved(old.g), moved(old.b)};
        if (!is_seen(color)) return;
        const Perceived perceived = perception_.of(color);
        const Row row = row_of(perceived, place);
        if (std::ranges::min(row) <= nearest_to(place)) return;
        all_[place] = perceived;
        differences_[place] = row;
        for (std::size_t i = 0; i < row.size(); ++i)
            differences_[i][place] = row[i];
    }

    const DistinctWish& wish_;
    const Perception perception_;
    Chance chance_;
    std::vector<Perceived> all_{};
    std::vector<Row> differences_{};  // of each from each
};

}  // namespace

std::optional<std::vector<Color>> distinct_colors(const DistinctWish& wish) {
    CHECK_INVARIANT(wish.count >= wish.from.size());
    Search search(wish);
    if (!search.choose()) return std::nullopt;
    search.improve();
    const std::vector<Color> found = search.found();
    std::vector<SortKey> keys;
    for (const Color color : found)
        keys.push_back(sort_key(coordinates_of(color), Property::hue, {}));
    std::vector<Color> colors = wish.from;
    for (const std::size_t place : order_of(keys, Direction::ascending))
        colors.push_back(found[place]);
    return colors;
}

double least_difference(const std::vector<Color>& colors, Measure measure, Eyes eyes) {
    const Perception perception(measure, eyes);
    double least = infinity;
    std::vector<Perceived> seen;
    for (const Color color : colors) {
        const Perceived one = perception.of(color);
        for (const Perceived& other : seen)
            least = std::min(least, perception.difference(one, other));
        seen.push_back(one);
    }
    return std::isfinite(least) ? least : 0;
}

}  // namespace palette::color
