// Finding palettes by reference, and who may see them.
//
// To those who may not see it, a private palette answers exactly as none does. So does one whose
// owner has left and which is not swept yet.
#pragma once

#include "api/palette.hpp"
#include "palettes/core/palette_rows.hpp"
#include "service/call.hpp"

#include <optional>

namespace palette::palettes {

using Asker = std::optional<service::Caller>;

[[nodiscard]] tl::unexpected<Error> no_palette(const api::PaletteRef& ref);

[[nodiscard]] bool may_see(const store::ReadTxn& txn, const PaletteFacts& facts,
                           const Asker& caller);

// Whichever revision the reference names. not_found.
[[nodiscard]] Result<PaletteFacts> look_up(const store::ReadTxn& txn, const api::PaletteRef& ref,
                                           const Asker& caller);
// To change it: permission_denied for another's, invalid_argument for a mere revision.
[[nodiscard]] Result<PaletteFacts> look_up_own(const store::ReadTxn& txn,
                                               const api::PaletteRef& ref,
                                               const service::Caller& owner);

// The palette as it is shown to whoever asks: its origin is named to those who may see that too.
[[nodiscard]] StoredPalette shown_to(const store::ReadTxn& txn, const PaletteFacts& facts,
                                     const Asker& caller);

// The revision that the reference names, or the present one. not_found.
[[nodiscard]] Result<StoredPalette> find_for(const store::ReadTxn& txn, const api::PaletteRef& ref,
                                             const Asker& caller);
// Any palette, for siblings, as its events tell of it.
[[nodiscard]] Result<api::FindPalette::Stored> find(const store::ReadTxn& txn,
                                                    const api::PaletteRef& ref);

}  // namespace palette::palettes
