// The rules of publishing: new palettes, imported ones, copies. Over a transaction; time and caller
// are given.
#pragma once

#include "api/palette_change.hpp"
#include "palettes/core/finding.hpp"

namespace palette::palettes {

// Publishes it under a free slug, or under the one asked for: already_exists when that is taken.
[[nodiscard]] Result<StoredPalette> create(store::WriteTxn& txn, const service::Caller& owner,
                                           const api::CreatePalette& wanted, Timestamp now);

// Publishes it unless its owner has one of the same title and colors.
[[nodiscard]] Result<api::Imported> import(store::WriteTxn& txn, const service::Caller& owner,
                                           const api::ImportPalette& wanted, Timestamp now);

// Publishes a copy of what the owner may see.
[[nodiscard]] Result<StoredPalette> fork(store::WriteTxn& txn, const service::Caller& owner,
                                         const api::ForkPalette& wanted, Timestamp now);

// already_exists when the owner has a palette of this slug.
[[nodiscard]] Result<void> check_slug(const store::ReadTxn& txn, const api::Username& owner,
                                      const api::Slug& slug);
// A palette that would not fit into an event is refused.
[[nodiscard]] Result<void> check_size(const api::Palette& palette);

}  // namespace palette::palettes
