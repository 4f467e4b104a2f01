// Every table that paletted owns, key and value, on one page.
#pragma once

#include "base/clock.hpp"
#include "base/uuid.hpp"
#include "outbox/cursor_table.hpp"
#include "outbox/outbox.hpp"
#include "service/revocations.hpp"
#include "store/table.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace palette::palettes {

using Digest = std::array<std::uint8_t, 16>;
using service::SessionId;
using RefreshHash = std::array<std::uint8_t, 32>;

// ---- people ---------------------------------------------------------------------------------

struct UserRow {
    std::string username{};
    std::string display_name{};
    std::string bio{};
    Timestamp created_at{};
    std::uint64_t revision = 1;

    static constexpr auto members =
        std::tuple{&UserRow::username, &UserRow::display_name, &UserRow::bio, &UserRow::created_at,
                   &UserRow::revision};
};
inline constexpr store::Table<std::uint64_t, UserRow> users{"users"};

// People who have left and whose palettes are still being swept: none of them is shown any more.
inline constexpr store::Table<std::uint64_t, std::uint8_t> departed_users{"departed_users"};

// Usernames are never given out again, so this only grows.
inline constexpr store::Table<std::string, std::uint64_t> user_ids{"user_ids"};

// Argon2id, as libsodium writes it.
inline constexpr store::Table<std::uint64_t, std::string> password_hashes{"password_hashes"};

// The key of the request that registered somebody: a repeat of it is no attempt to take their name.
inline constexpr store::Table<std::uint64_t, Uuid> registration_keys{"registration_keys"};

// The stars given to a person's palettes, as palette-popularityd tells of them.
struct StandingRow {
    std::uint64_t stars = 0;
    std::uint64_t ratings = 0;
    std::uint64_t revision = 0;
    std::uint64_t snapshot = 0;  // the last one that had it, or was loaded before it was told of

    static constexpr auto members = std::tuple{&StandingRow::stars, &StandingRow::ratings,
                                               &StandingRow::revision, &StandingRow::snapshot};
};
inline constexpr store::Table<std::uint64_t, StandingRow> standings{"standings"};

// The snapshot of standings that is being loaded, or was loaded last, under key 0.
struct StandingSnapshotRow {
    std::uint64_t number = 0;
    std::uint64_t swept_through = 0;  // people up to this one were in it, or are erased

    static constexpr auto members =
        std::tuple{&StandingSnapshotRow::number, &StandingSnapshotRow::swept_through};
};
inline constexpr store::Table<std::uint64_t, StandingSnapshotRow> standing_snapshots{
    "standing_snapshots"};

struct SessionRow {
    std::uint64_t user_id = 0;
    Timestamp created_at{};
    Timestamp
        refreshed_at{};      // the latest moment of a token of it; does not go back with the clock
    RefreshHash current{};   // of the refresh token that is good now
    RefreshHash previous{};  // of the one before: its use ends the session, but for the request
    std::optional<Uuid> rotation_key{};  // of this key, which replaced it: its answer may be lost

    static constexpr auto members =
        std::tuple{&SessionRow::user_id, &SessionRow::created_at, &SessionRow::refreshed_at,
                   &SessionRow::current, &SessionRow::previous,   &SessionRow::rotation_key};
};
inline constexpr store::Table<SessionId, SessionRow> sessions{"sessions"};
inline constexpr store::Table<std::tuple<std::uint64_t, SessionId>, std::uint8_t> sessions_of{
    "sessions_of"};

// From the hash of a refresh token, the current or the previous one, to its session.
inline constexpr store::Table<RefreshHash, SessionId> refresh_hashes{"refresh_hashes"};

// Tokens for programs, by the owner and the session id in them. A revoked one keeps its row until
// it would have ended by itself.
struct TokenRow {
    std::string name{};
    std::vector<std::string> scopes{};
    Timestamp created_at{};
    Timestamp expires_at{};
    bool is_revoked = false;

    static constexpr auto members =
        std::tuple{&TokenRow::name, &TokenRow::scopes, &TokenRow::created_at, &TokenRow::expires_at,
                   &TokenRow::is_revoked};
};
inline constexpr store::Table<std::tuple<std::uint64_t, SessionId>, TokenRow> tokens{"tokens"};

// Ed25519 seeds by key id. The newest signs; all verify.
struct SigningKeyRow {
    std::array<std::uint8_t, 32> seed{};
    Timestamp created_at{};

    static constexpr auto members = std::tuple{&SigningKeyRow::seed, &SigningKeyRow::created_at};
};
inline constexpr store::Table<std::string, SigningKeyRow> signing_keys{"signing_keys"};

// ---- palettes -------------------------------------------------------------------------------

// As JSON of api::Palette, copied into replies; `forked_from`, which depends on who asks, is null.
inline constexpr store::Table<std::uint64_t, store::Blob> palettes{"palettes"};

// What must be known of a palette before it is shown.
struct PaletteFacts {
    std::uint64_t id = 0;
    std::uint64_t owner_id = 0;
    bool is_private = false;
    std::uint64_t forked_from = 0;  // its origin, which may be gone; 0 when it has none

    static constexpr auto members =
        std::tuple{&PaletteFacts::id, &PaletteFacts::owner_id, &PaletteFacts::is_private,
                   &PaletteFacts::forked_from};
};
inline constexpr store::Table<std::uint64_t, PaletteFacts> palette_facts{"palette_facts"};

// By owner's name and slug, as references are written.
inline constexpr store::Table<std::tuple<std::string, std::string>, PaletteFacts> palette_refs{
    "palette_refs"};

// By owner, oldest first.
inline constexpr store::Table<std::tuple<std::uint64_t, std::uint64_t>, PaletteFacts> palettes_of{
    "palettes_of"};

// By origin, which may be gone, and fork.
inline constexpr store::Table<std::tuple<std::uint64_t, std::uint64_t>, PaletteFacts> forks_of{
    "forks_of"};

// By owner, or 0 for all of them, and by tag, oldest first.
inline constexpr std::uint64_t everybody = 0;
inline constexpr store::Table<std::tuple<std::uint64_t, std::string, std::uint64_t>, PaletteFacts>
    palettes_tagged{"palettes_tagged"};

// The content index: owner, digest of title and colors, and the palettes that have them.
inline constexpr store::Table<std::tuple<std::uint64_t, Digest, std::uint64_t>, std::uint8_t>
    palette_contents{"palette_contents"};

// Earlier revisions, by palette and number.
struct RevisionRow {
    bool is_private = false;  // it was when that was so, and stays so for others
    store::Blob json{};       // as in `palettes`

    static constexpr auto members = std::tuple{&RevisionRow::is_private, &RevisionRow::json};
};
inline constexpr store::Table<std::tuple<std::uint64_t, std::uint64_t>, RevisionRow>
    palette_revisions{"palette_revisions"};

// Palettes that are gone but for their revisions, which are swept in steps.
inline constexpr store::Table<std::uint64_t, std::uint8_t> deleted_palettes{"deleted_palettes"};

// Per owner and slug: the number that the next palette of that title is given, once it is taken.
inline constexpr store::Table<std::tuple<std::uint64_t, std::string>, std::uint32_t> slug_numbers{
    "slug_numbers"};

inline constexpr std::array all_tables{users.name,
                                       departed_users.name,
                                       user_ids.name,
                                       password_hashes.name,
                                       registration_keys.name,
                                       standings.name,
                                       standing_snapshots.name,
                                       sessions.name,
                                       sessions_of.name,
                                       refresh_hashes.name,
                                       tokens.name,
                                       signing_keys.name,
                                       palettes.name,
                                       palette_facts.name,
                                       palette_refs.name,
                                       palettes_of.name,
                                       forks_of.name,
                                       palettes_tagged.name,
                                       palette_contents.name,
                                       palette_revisions.name,
                                       deleted_palettes.name,
                                       slug_numbers.name,
                                       service::ended_sessions.name,
                                       service::ended_sessions_by_time.name,
                                       outbox::rows.name,
                                       outbox::subjects.name,
                                       outbox::erasures.name,
                                       outbox::consumer_table};

// ---- sequences ------------------------------------------------------------------------------

inline constexpr std::string_view user_sequence = "user";
inline constexpr std::string_view palette_sequence = "palette";

}  // namespace palette::palettes
