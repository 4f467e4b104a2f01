// The rows that the store keeps about itself, and the moves from one schema to the next. Private to
// the store.
#pragma once

#include "store/environment.hpp"
#include "store/migration.hpp"
#include "store/table.hpp"
#include "store/txn.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palette::store {

inline constexpr std::string_view meta_table = "store.meta";
inline constexpr Table<std::string, std::uint64_t> sequences{"store.sequences"};

// A daemon's tables and the store's own.
[[nodiscard]] std::vector<std::string> with_own_tables(std::span<const std::string_view> tables);

using Incarnation = std::array<std::uint8_t, 16>;

struct Identity {
    Incarnation incarnation{};
    Timestamp created_at{};
};

// Writes what a new store says of itself.
void describe_new_store(Environment& environment, std::uint32_t schema, const Identity& identity);
void put_incarnation(WriteTxn& txn, const Incarnation& incarnation);
[[nodiscard]] Identity read_identity(const Environment& environment);

// Of the file that the store lived in when it was opened last; none when that is not known.
[[nodiscard]] std::optional<std::uint64_t> noted_birth(const Environment& environment);
void note_birth(WriteTxn& txn, std::uint64_t birth);

// The schema a program with these migrations knows.
[[nodiscard]] inline std::uint32_t schema_after(std::span<const Migration> migrations) {
    return static_cast<std::uint32_t>(migrations.size()) + 1;
}

// Brings the store to that schema, one transaction a step: a step and its number are on disk
// together or not at all. Throws CannotOpen for a store that is newer than the program.
void migrate(Environment& environment, std::span<const Migration> migrations);

}  // namespace palette::store
