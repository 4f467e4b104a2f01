// Every table that palette-popularityd owns, key and value, on one page.
#pragma once

#include "base/clock.hpp"
#include "store/table.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <tuple>

namespace palette::popularity {

// ---- palettes, as paletted's events tell of them --------------------------------------------

// JSON of api::Palette, as `popular` prints it.
inline constexpr store::Table<std::uint64_t, store::Blob> palettes{"palettes"};

struct KnownPalette {
    std::string ref;
    std::uint64_t owner_id = 0;
    bool is_private = false;
    std::uint64_t revision = 0;
    std::uint64_t seen_in_snapshot = 0;  // the last one that had it (see snapshots)

    static constexpr auto members =
        std::tuple{&KnownPalette::ref, &KnownPalette::owner_id, &KnownPalette::is_private,
                   &KnownPalette::revision, &KnownPalette::seen_in_snapshot};
};
inline constexpr store::Table<std::uint64_t, KnownPalette> known_palettes{"known_palettes"};
inline constexpr store::Table<std::string, std::uint64_t> palette_ids{"palette_ids"};

// The number of the snapshot that is being loaded, or was loaded last, under key 0.
inline constexpr store::Table<std::uint64_t, std::uint64_t> snapshots{"snapshots"};

// ---- likes ----------------------------------------------------------------------------------

struct LikeRow {
    Timestamp liked_at{};
    std::string username;

    static constexpr auto members = std::tuple{&LikeRow::liked_at, &LikeRow::username};
};
// By palette and user.
inline constexpr store::Table<std::tuple<std::uint64_t, std::uint64_t>, LikeRow> likes{"likes"};

struct CountRow {
    std::uint64_t likes = 0;
    std::uint64_t changes = 0;  // likes and unlikes ever: the revision of this palette's events

    static constexpr auto members = std::tuple{&CountRow::likes, &CountRow::changes};
};
inline constexpr store::Table<std::uint64_t, CountRow> counts{"counts"};

// Public palettes with likes, most liked first: by the complement of the count, then by number.
inline constexpr store::Table<std::tuple<std::uint64_t, std::uint64_t>, std::uint8_t> ranks{
    "ranks"};

// ---- keys -----------------------------------------------------------------------------------

// paletted's public keys by key id, so that people stay signed in here while paletted is away.
inline constexpr store::Table<std::string, std::array<std::uint8_t, 32>> public_keys{"public_keys"};

}  // namespace palette::popularity
