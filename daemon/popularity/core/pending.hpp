// Rows of the log that are not in the tables yet, as memory holds them: what a like and a reader
// must know of them, by palette.
//
// A part is a run of rows. The newest is open and grows; when a fold begins it is closed and
// another one opened, and when the fold's commit has passed a part's last row, the part is let go.
// A part may hold rows that were not kept, of a batch that was rolled back: readers pass over what
// is above the log's end as they know it, and the writer begins anew when memory and log differ
// (ledger.hpp).
//
// Any thread may ask; one adds.
#pragma once

#include "popularity/core/entries.hpp"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace palette::popularity {

// Rows above `after`, through `through`.
struct Range {
    std::uint64_t after = 0;
    std::uint64_t through = 0;

    [[nodiscard]] bool has(std::uint64_t number) const {
        return number > after && number <= through;
    }
};

// What somebody thinks of a palette, as far as it changed.
struct PendingOpinion {
    std::optional<bool> likes{};
    std::optional<std::uint8_t> stars{};
    std::optional<Hour> viewed_in{};

    // A newer one on top.
    void take(const PendingOpinion& newer);
};

struct PendingLike {
    std::uint64_t number = 0;
    std::uint64_t user = 0;
    bool likes = false;
    Timestamp at{};
    std::string username{};
};

// A palette as it was told of last; `known.revision` is also that of one that is gone.
struct PendingPalette {
    bool is_gone = false;
    KnownPalette known{};
};

class PendingPart {
  public:
    explicit PendingPart(std::uint64_t after) : rows_{after, after} {}

    void add(std::uint64_t number, Timestamp at, Hour hour, const Entry& entry);
    // What was told of a palette, once it was found to be news.
    void learn(std::uint64_t palette, PendingPalette told);

    [[nodiscard]] Range rows() const;
    [[nodiscard]] Figures change(std::uint64_t palette, const Range& range) const;
    // The newest there is; for the writer, whose range has no end.
    [[nodiscard]] PendingOpinion opinion(std::uint64_t palette, std::uint64_t user) const;
    // Oldest first.
    [[nodiscard]] std::vector<PendingLike> likes(std::uint64_t palette, const Range& range) const;
    [[nodiscard]] std::optional<PendingPalette> palette(std::uint64_t id) const;
    [[nodiscard]] std::optional<std::uint64_t> palette_named(const std::string& ref) const;

  private:
    struct Change {
        std::uint64_t number = 0;
        Figures by{};
    };
    struct Counted {
        Figures sum{};
        std::vector<Change> changes{};
        std::vector<PendingLike> likes{};
    };
    using Who = std::pair<std::uint64_t, std::uint64_t>;  // palette and person
    struct HashOfWho {
        std::size_t operator()(const Who& who) const {
            constexpr std::uint64_t spread = 0x9E37'79B9'7F4A'7C15U;  // 2^64 / golden ratio
            return std::hash<std::uint64_t>{}((who.first * spread) ^ who.second);
        }
    };

    void count(std::uint64_t palette, std::uint64_t number, const Figures& by);

    mutable std::mutex mutex_;  // guards all that follows
    Range rows_;
    std::unordered_map<std::uint64_t, Counted> counted_;
    std::unordered_map<Who, PendingOpinion, HashOfWho> opinions_;
    std::unordered_map<std::uint64_t, PendingPalette> palettes_;
    std::unordered_map<std::string, std::uint64_t> names_;
};

}  // namespace palette::popularity
