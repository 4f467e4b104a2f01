// The rules of palettes: publishing, finding, listing. Over a transaction; time and caller are
// given.
#pragma once

#include "api/event.hpp"
#include "api/palette.hpp"
#include "palettes/tables.hpp"
#include "service/call.hpp"
#include "store/txn.hpp"

namespace palette::palettes {

using StoredPalette = api::Encoded<api::Palette>;

// Publishes it under a free slug, or under the one asked for: already_exists when that is taken.
[[nodiscard]] Result<StoredPalette> create(store::WriteTxn& txn, const service::Caller& owner,
                                           const api::CreatePalette& wanted, Timestamp now);

// Publishes it unless its owner has one of the same title and colors.
[[nodiscard]] Result<api::Imported> import(store::WriteTxn& txn, const service::Caller& owner,
                                           const api::ImportPalette& wanted, Timestamp now);

// Any palette, for siblings.
[[nodiscard]] Result<api::FindPalette::Stored> find(const store::ReadTxn& txn,
                                                    const api::PaletteRef& ref);
// To those who may not see it, a private palette answers exactly as none does.
[[nodiscard]] Result<StoredPalette> find_for(const store::ReadTxn& txn, const api::PaletteRef& ref,
                                             const std::optional<service::Caller>& caller);

// Newest first; of one person, or all that are public and the caller's own.
[[nodiscard]] Result<api::ListPalettes::Stored> list(const store::ReadTxn& txn,
                                                     const api::ListPalettes& wanted,
                                                     const std::optional<service::Caller>& caller);

// The event that tells consumers of a stored palette, new or in a snapshot.
[[nodiscard]] api::NewEvent created_event(const PaletteFacts& facts, std::string_view json,
                                          Timestamp at);

}  // namespace palette::palettes
