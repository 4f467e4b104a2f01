// The rows of a palette: all that changes together when it is published, changed or deleted. Rules
// are elsewhere; who calls this has checked them.
#pragma once

#include "api/palette.hpp"
#include "palettes/tables.hpp"
#include "store/txn.hpp"

#include <string>

namespace palette::palettes {

using StoredPalette = api::Encoded<api::Palette>;

// What of it is found by: `palette` is as its JSON says.
void put_rows(store::WriteTxn& txn, const PaletteFacts& facts, const api::Palette& palette,
              std::string_view json);
// Its earlier revisions stay.
void erase_rows(store::WriteTxn& txn, const PaletteFacts& facts, const api::Palette& palette);

// The present revision; `forked_from` is null in it. There must be such a palette.
[[nodiscard]] std::string_view stored_json(const store::ReadTxn& txn, std::uint64_t id);
[[nodiscard]] api::Palette stored_palette(const store::ReadTxn& txn, std::uint64_t id);
// JSON that this daemon has written.
[[nodiscard]] api::Palette palette_in(std::string_view json);

// A palette of this owner that has this title and these colors.
[[nodiscard]] std::optional<std::uint64_t> find_content(const store::ReadTxn& txn,
                                                        std::uint64_t owner_id,
                                                        const api::Title& title,
                                                        const api::Colors& colors);

}  // namespace palette::palettes
