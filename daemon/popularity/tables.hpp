// Every table that palette-popularityd owns, key and value, on one page.
//
// It has two stores, because one would have one writer: a fold would stop all likes. The log takes
// what happens, in order; the tables are what follows from it, and from nothing else: whoever folds
// the same log into an empty store gets the same rows.
#pragma once

#include "base/clock.hpp"
#include "outbox/cursor_table.hpp"
#include "popularity/figures.hpp"
#include "service/family_keys.hpp"
#include "service/revocations.hpp"
#include "store/table.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace palette::popularity {

// ==== the log's store, which is the host's ===================================================

struct LogRow {
    std::uint8_t kind = 0;  // which of the entries (core/entries.hpp) this is
    Timestamp at{};
    Hour hour = 0;                     // never less than the row's before
    std::uint64_t events_through = 0;  // of all events there have been, with this one's
    std::uint64_t bytes_through = 0;   // of all entries there have been, with this one
    store::Blob entry{};

    static constexpr auto members =
        std::tuple{&LogRow::kind,          &LogRow::at,   &LogRow::hour, &LogRow::events_through,
                   &LogRow::bytes_through, &LogRow::entry};
};
// By the row's number, counted from 1 without holes. The newest stays: it says what has been.
inline constexpr store::Table<std::uint64_t, LogRow> log{"log"};

inline constexpr std::array log_store_tables{log.name, service::public_keys.name,
                                             outbox::consumer_table, service::ended_sessions.name,
                                             service::ended_sessions_by_time.name};

// ==== the tables' store: written by the fold alone ===========================================

// How far the fold has come, under key 0.
struct FoldRow {
    std::uint64_t through = 0;  // the last row of the log that is in the tables
    Hour hour = 0;              // the running one
    Timestamp as_of{};          // the latest moment of those rows

    static constexpr auto members = std::tuple{&FoldRow::through, &FoldRow::hour, &FoldRow::as_of};
};
inline constexpr store::Table<std::uint64_t, FoldRow> folds{"folds"};

// ---- palettes, as paletted tells of them ----------------------------------------------------

// JSON of api::Palette, as `popular` prints it.
inline constexpr store::Table<std::uint64_t, store::Blob> palettes{"palettes"};

struct KnownPalette {
    std::string ref{};
    // With the number, these two tell it from a palette of another store, or of the same one after
    // a copy was put back.
    std::uint64_t owner_id = 0;
    Timestamp created_at{};
    bool is_private = false;
    std::uint64_t revision = 0;
    std::uint64_t seen_in_snapshot = 0;  // the last one that had it (see snapshots)
    std::uint64_t set = 0;               // its opinions are kept under this number, of it alone

    static constexpr auto members = std::tuple{
        &KnownPalette::ref,        &KnownPalette::owner_id, &KnownPalette::created_at,
        &KnownPalette::is_private, &KnownPalette::revision, &KnownPalette::seen_in_snapshot,
        &KnownPalette::set};
};
inline constexpr store::Table<std::uint64_t, KnownPalette> known_palettes{"known_palettes"};
inline constexpr store::Table<std::string, std::uint64_t> palette_ids{"palette_ids"};

// Palettes that were deleted lately: an answer of paletted's that is older does not bring one back.
struct GonePalette {
    std::uint64_t revision = 0;
    std::uint64_t snapshot = 0;  // a newer snapshot knows better
    Hour hour = 0;

    static constexpr auto members =
        std::tuple{&GonePalette::revision, &GonePalette::snapshot, &GonePalette::hour};
};
inline constexpr store::Table<std::uint64_t, GonePalette> gone_palettes{"gone_palettes"};

// The snapshot that is being loaded, or was loaded last, under key 0.
struct SnapshotRow {
    std::uint64_t number = 0;
    bool is_whole = false;
    std::uint64_t swept_through = 0;  // palettes up to this one were in it, or are gone

    static constexpr auto members =
        std::tuple{&SnapshotRow::number, &SnapshotRow::is_whole, &SnapshotRow::swept_through};
};
inline constexpr store::Table<std::uint64_t, SnapshotRow> snapshots{"snapshots"};
// From its beginning until those are dismissed whom it did not have, under key 0: people up to this
// one were looked at.
inline constexpr store::Table<std::uint64_t, std::uint64_t> people_sweeps{"people_sweeps"};
// The last snapshot that had this person, or that was not done with when they said something.
inline constexpr store::Table<std::uint64_t, std::uint64_t> told_users{"told_users"};

// ---- what people think of them --------------------------------------------------------------

struct OpinionRow {
    std::string username{};
    std::uint64_t like_number = 0;  // of the log's row; 0 when they do not like it
    Timestamp liked_at{};
    Hour liked_in = 0;
    std::uint8_t stars = 0;  // 0 when they have not rated it
    Hour rated_in = 0;
    std::uint64_t views = 0;
    std::vector<Hour> views_in{};  // those of the longest window, oldest first

    static constexpr auto members =
        std::tuple{&OpinionRow::username, &OpinionRow::like_number, &OpinionRow::liked_at,
                   &OpinionRow::liked_in, &OpinionRow::stars,       &OpinionRow::rated_in,
                   &OpinionRow::views,    &OpinionRow::views_in};
};
// By the palette's set and the person.
inline constexpr store::Table<std::tuple<std::uint64_t, std::uint64_t>, OpinionRow> opinions{
    "opinions"};
// The same by the person and the set; the palette's number.
inline constexpr store::Table<std::tuple<std::uint64_t, std::uint64_t>, std::uint64_t> opinions_of{
    "opinions_of"};
// Who likes it, newest first: by the set and the complement of the like's number; the person.
inline constexpr store::Table<std::tuple<std::uint64_t, std::uint64_t>, std::uint64_t> likers{
    "likers"};

// Sets whose palette is gone: out of sight at once, erased in steps.
inline constexpr store::Table<std::uint64_t, std::uint8_t> forgotten_sets{"forgotten_sets"};
// People who are gone and whose opinions are still being taken back, and all who went lately, by
// the hour in which they did.
inline constexpr store::Table<std::uint64_t, std::uint8_t> leaving_users{"leaving_users"};
inline constexpr store::Table<std::uint64_t, Hour> departed_users{"departed_users"};

// ---- the counts that follow -----------------------------------------------------------------

struct TotalsRow {
    Figures day{};
    Figures week{};
    Figures month{};
    Figures all{};
    std::uint64_t trend = 0;  // see core/hours.hpp; 0 when nothing of the last week is left

    static constexpr auto members = std::tuple{&TotalsRow::day, &TotalsRow::week, &TotalsRow::month,
                                               &TotalsRow::all, &TotalsRow::trend};
};
inline constexpr store::Table<std::uint64_t, TotalsRow> totals{"totals"};

// What happened in an hour and still stands, of the longest window: by the set and the hour, and by
// the hour and the set, with the palette's number.
inline constexpr store::Table<std::tuple<std::uint64_t, Hour>, Figures> hours{"hours"};
inline constexpr store::Table<std::tuple<Hour, std::uint64_t>, std::uint64_t> sets_by_hour{
    "sets_by_hour"};

// Public palettes in order: by the board (core/boards.hpp), the complement of the value, the
// number.
inline constexpr store::Table<std::tuple<std::uint8_t, std::uint64_t, std::uint64_t>, std::uint8_t>
    ranks{"ranks"};

// The stars that a person's public palettes were given.
struct StandingRow {
    std::uint64_t stars = 0;
    std::uint64_t ratings = 0;
    std::uint64_t revision = 0;  // changes ever

    static constexpr auto members =
        std::tuple{&StandingRow::stars, &StandingRow::ratings, &StandingRow::revision};
};
inline constexpr store::Table<std::uint64_t, StandingRow> standings{"standings"};
// Whose standing changed and was not told yet.
inline constexpr store::Table<std::uint64_t, std::uint8_t> untold_standings{"untold_standings"};

inline constexpr std::array tables_store_tables{
    folds.name,         palettes.name,       known_palettes.name, palette_ids.name,
    gone_palettes.name, snapshots.name,      people_sweeps.name,  told_users.name,
    opinions.name,      opinions_of.name,    likers.name,         forgotten_sets.name,
    leaving_users.name, departed_users.name, totals.name,         hours.name,
    sets_by_hour.name,  ranks.name,          standings.name,      untold_standings.name};

inline constexpr std::string_view set_sequence = "set";

}  // namespace palette::popularity
