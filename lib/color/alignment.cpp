#include "color/alignment.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace palette::color {

namespace {

using Places = std::vector<std::optional<std::size_t>>;

// For each color of `to`, its match in `from`.
Places matches_of(std::span<const Color> from, std::span<const Color> to) {
    std::map<Color, std::vector<std::size_t>> known;
    for (std::size_t i = from.size(); i-- > 0;)
        known[from[i]].push_back(i);
    Places matches(to.size());
    for (std::size_t j = 0; j < to.size(); ++j) {
        const auto found = known.find(to[j]);
        if (found == known.end() || found->second.empty()) continue;
        matches[j] = found->second.back();
        found->second.pop_back();
    }
    return matches;
}

// Which matches are of a longest increasing run. Source: M. L. Fredman, "On computing the length of
// longest increasing subsequences", 1975 (patience sorting).
std::vector<bool> longest_run(const Places& matches) {
    std::vector<std::size_t> ends;  // of runs by length, each the place with the least match
    Places before(matches.size());
    for (std::size_t j = 0; j < matches.size(); ++j) {
        if (!matches[j]) continue;
        const auto length = std::ranges::lower_bound(
            ends, *matches[j], {}, [&](std::size_t place) { return *matches[place]; });
        if (length != ends.begin()) before[j] = *std::prev(length);
        if (length == ends.end()) {
            ends.push_back(j);
        } else {
            *length = j;
        }
    }
    std::vector<bool> is_kept(matches.size());
    std::optional<std::size_t> place;
    if (!ends.empty()) place = ends.back();
    for (; place; place = before[*place])
        is_kept[*place] = true;
    return is_kept;
}

class Alignment {
  public:
    Alignment(std::size_t from_count, const Places& matches)
        : matches_(matches), is_kept_(longest_run(matches)), is_matched_(from_count) {
        for (const auto& match : matches) {
            if (match) is_matched_[*match] = true;
        }
    }

    [[nodiscard]] std::vector<Aligned> made() && {
        std::size_t from = 0;
        std::size_t to = 0;
        for (std::size_t j = 0; j < matches_.size(); ++j) {
            if (!is_kept_[j]) continue;
            add_gap({from, *matches_[j]}, {to, j});
            all_.push_back({Fate::kept, matches_[j], j});
            from = *matches_[j] + 1;
            to = j + 1;
        }
        add_gap({from, is_matched_.size()}, {to, matches_.size()});
        return std::move(all_);
    }

  private:
    struct Range {
        std::size_t begin;
        std::size_t end;
    };

    // What stands between two colors that stayed.
    void add_gap(Range from, Range to) {
        for (std::size_t j = to.begin; j < to.end; ++j) {
            if (matches_[j]) {
                all_.push_back({Fate::moved, matches_[j], j});
                continue;
            }
            skip_matched(from);
            if (from.begin == from.end) {
                all_.push_back({Fate::added, std::nullopt, j});
            } else {
                all_.push_back({Fate::changed, from.begin++, j});
            }
        }
        for (skip_matched(from); from.begin < from.end; skip_matched(from))
            all_.push_back({Fate::removed, from.begin++, std::nullopt});
    }

    void skip_matched(Range& from) const {
        while (from.begin < from.end && is_matched_[from.begin])
            ++from.begin;
    }

    const Places& matches_;
    const std::vector<bool> is_kept_;
    std::vector<bool> is_matched_;  // of the first list
    std::vector<Aligned> all_{};
};

}  // namespace

std::vector<Aligned> align(std::span<const Color> from, std::span<const Color> to) {
    const Places matches = matches_of(from, to);
    return Alignment(from.size(), matches).made();
}

}  // namespace palette::color
