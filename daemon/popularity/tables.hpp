// Every table that palette-popularityd owns, key and value, on one page.
#pragma once

#include "base/clock.hpp"
#include "outbox/consumer.hpp"
#include "outbox/outbox.hpp"
#include "service/family_keys.hpp"
#include "store/table.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

namespace palette::popularity {

// ---- palettes, as paletted's events tell of them --------------------------------------------

// JSON of api::Palette, as `popular` prints it.
inline constexpr store::Table<std::uint64_t, store::Blob> palettes{"palettes"};

struct KnownPalette {
    std::string ref;
    // With the number, these two tell it from a palette of another store, or of the same one after
    // a copy was put back.
    std::uint64_t owner_id = 0;
    Timestamp created_at{};
    bool is_private = false;
    std::uint64_t revision = 0;
    std::uint64_t seen_in_snapshot = 0;  // the last one that had it (see snapshots)
    std::uint64_t like_set = 0;          // its likes are kept under this number, never used again

    static constexpr auto members = std::tuple{
        &KnownPalette::ref,        &KnownPalette::owner_id, &KnownPalette::created_at,
        &KnownPalette::is_private, &KnownPalette::revision, &KnownPalette::seen_in_snapshot,
        &KnownPalette::like_set};
};
inline constexpr store::Table<std::uint64_t, KnownPalette> known_palettes{"known_palettes"};
inline constexpr store::Table<std::string, std::uint64_t> palette_ids{"palette_ids"};

// The snapshot that is being loaded, or was loaded last, under key 0.
struct SnapshotRow {
    std::uint64_t number = 0;
    std::uint64_t swept_through = 0;  // palettes up to this one were in it, or are gone

    static constexpr auto members = std::tuple{&SnapshotRow::number, &SnapshotRow::swept_through};
};
inline constexpr store::Table<std::uint64_t, SnapshotRow> snapshots{"snapshots"};

// ---- likes ----------------------------------------------------------------------------------

struct LikeRow {
    Timestamp liked_at{};
    std::string username;

    static constexpr auto members = std::tuple{&LikeRow::liked_at, &LikeRow::username};
};
// By the palette's like_set and the user.
inline constexpr store::Table<std::tuple<std::uint64_t, std::uint64_t>, LikeRow> likes{"likes"};

// Sets of likes whose palette is gone: out of sight at once, erased in steps.
inline constexpr store::Table<std::uint64_t, std::uint8_t> forgotten_likes{"forgotten_likes"};

struct CountRow {
    std::uint64_t likes = 0;
    std::uint64_t changes = 0;  // likes and unlikes ever: the revision of this palette's events

    static constexpr auto members = std::tuple{&CountRow::likes, &CountRow::changes};
};
inline constexpr store::Table<std::uint64_t, CountRow> counts{"counts"};

// Public palettes with likes, most liked first: by the complement of the count, then by number.
inline constexpr store::Table<std::tuple<std::uint64_t, std::uint64_t>, std::uint8_t> ranks{
    "ranks"};

inline constexpr std::array all_tables{palettes.name,
                                       known_palettes.name,
                                       palette_ids.name,
                                       snapshots.name,
                                       likes.name,
                                       forgotten_likes.name,
                                       counts.name,
                                       ranks.name,
                                       service::public_keys.name,
                                       outbox::rows.name,
                                       outbox::consumer_table};

// ---- sequences ------------------------------------------------------------------------------

inline constexpr std::string_view like_set_sequence = "like_set";

}  // namespace palette::popularity
