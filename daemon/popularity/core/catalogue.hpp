// What the tables know of palettes: copied from paletted, by its events, its snapshot, or its
// answer about a single one. But for a snapshot, an older revision never replaces a newer.
#pragma once

#include "api/palette.hpp"
#include "popularity/core/entries.hpp"
#include "store/txn.hpp"

namespace palette::popularity {

// What is kept of a palette that paletted tells of; its set is not known by that.
[[nodiscard]] KnownPalette known_as(const api::PaletteCreated& told);
// Whether they are one palette, at two times.
[[nodiscard]] bool is_same(const KnownPalette& one, const KnownPalette& other);

// The fold of what was told. A palette that takes the number of another has none of its opinions.
void learn(store::WriteTxn& tables, const PaletteTold& told);
void forget(store::WriteTxn& tables, const PaletteGone& gone, Hour now);

}  // namespace palette::popularity
