// Every table that paletted owns, key and value, on one page.
#pragma once

#include "base/clock.hpp"
#include "base/uuid.hpp"
#include "outbox/outbox.hpp"
#include "store/table.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace palette::palettes {

using Digest = std::array<std::uint8_t, 16>;
using SessionId = std::array<std::uint8_t, 16>;
using RefreshHash = std::array<std::uint8_t, 32>;

// ---- people ---------------------------------------------------------------------------------

struct UserRow {
    std::string username;
    std::string display_name;
    std::string bio;
    Timestamp created_at;

    static constexpr auto members =
        std::tuple{&UserRow::username, &UserRow::display_name, &UserRow::bio, &UserRow::created_at};
};
inline constexpr store::Table<std::uint64_t, UserRow> users{"users"};

// Usernames are never given out again, so this only grows.
inline constexpr store::Table<std::string, std::uint64_t> user_ids{"user_ids"};

// Argon2id, as libsodium writes it.
inline constexpr store::Table<std::uint64_t, std::string> password_hashes{"password_hashes"};

// The key of the request that registered somebody: a repeat of it is no attempt to take their name.
inline constexpr store::Table<std::uint64_t, Uuid> registration_keys{"registration_keys"};

struct SessionRow {
    std::uint64_t user_id = 0;
    Timestamp created_at{};
    RefreshHash current{};   // of the refresh token that is good now
    RefreshHash previous{};  // of the one before: its use ends the session, but for the request
    std::optional<Uuid> rotation_key{};  // of this key, which replaced it: its answer may be lost

    static constexpr auto members =
        std::tuple{&SessionRow::user_id, &SessionRow::created_at, &SessionRow::current,
                   &SessionRow::previous, &SessionRow::rotation_key};
};
inline constexpr store::Table<SessionId, SessionRow> sessions{"sessions"};
inline constexpr store::Table<std::tuple<std::uint64_t, SessionId>, std::uint8_t> sessions_of{
    "sessions_of"};

// From the hash of a refresh token, the current or the previous one, to its session.
inline constexpr store::Table<RefreshHash, SessionId> refresh_hashes{"refresh_hashes"};

// Ed25519 seeds by key id. The newest signs; all verify.
struct SigningKeyRow {
    std::array<std::uint8_t, 32> seed{};
    Timestamp created_at{};

    static constexpr auto members = std::tuple{&SigningKeyRow::seed, &SigningKeyRow::created_at};
};
inline constexpr store::Table<std::string, SigningKeyRow> signing_keys{"signing_keys"};

// ---- palettes -------------------------------------------------------------------------------

// As JSON of api::Palette, copied into replies.
inline constexpr store::Table<std::uint64_t, store::Blob> palettes{"palettes"};

// What must be known of a palette before it is shown.
struct PaletteFacts {
    std::uint64_t id = 0;
    std::uint64_t owner_id = 0;
    bool is_private = false;

    static constexpr auto members =
        std::tuple{&PaletteFacts::id, &PaletteFacts::owner_id, &PaletteFacts::is_private};
};
inline constexpr store::Table<std::uint64_t, PaletteFacts> palette_facts{"palette_facts"};

// By owner's name and slug, as references are written.
inline constexpr store::Table<std::tuple<std::string, std::string>, PaletteFacts> palette_refs{
    "palette_refs"};

// By owner, oldest first.
inline constexpr store::Table<std::tuple<std::uint64_t, std::uint64_t>, PaletteFacts> palettes_of{
    "palettes_of"};

// The content index: owner and digest of title and colors, to the palette that has them.
inline constexpr store::Table<std::tuple<std::uint64_t, Digest>, std::uint64_t> palette_contents{
    "palette_contents"};

// Per owner and slug: the number that the next palette of that title is given, once it is taken.
inline constexpr store::Table<std::tuple<std::uint64_t, std::string>, std::uint32_t> slug_numbers{
    "slug_numbers"};

inline constexpr std::array all_tables{users.name,
                                       user_ids.name,
                                       password_hashes.name,
                                       registration_keys.name,
                                       sessions.name,
                                       sessions_of.name,
                                       refresh_hashes.name,
                                       signing_keys.name,
                                       palettes.name,
                                       palette_facts.name,
                                       palette_refs.name,
                                       palettes_of.name,
                                       palette_contents.name,
                                       slug_numbers.name,
                                       outbox::rows.name};

// ---- sequences ------------------------------------------------------------------------------

inline constexpr std::string_view user_sequence = "user";
inline constexpr std::string_view palette_sequence = "palette";

}  // namespace palette::palettes
