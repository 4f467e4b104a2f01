// The rules of likes: a person likes a palette or does not; the count is the number of those who
// do.
#pragma once

#include "api/event.hpp"
#include "api/popularity.hpp"
#include "service/call.hpp"
#include "store/txn.hpp"

namespace palette::popularity {

[[nodiscard]] tl::unexpected<Error> no_palette(const api::PaletteRef& ref);
[[nodiscard]] bool visible_to(const api::PaletteCreated& palette, const service::Caller& who);

// not_found for a palette that is not known, or is another's and private.
[[nodiscard]] Result<api::Liking> like(store::WriteTxn& txn, const service::Caller& who,
                                       const api::PaletteRef& ref, Timestamp now);
[[nodiscard]] Result<api::Liking> unlike(store::WriteTxn& txn, const service::Caller& who,
                                         const api::PaletteRef& ref, Timestamp now);

// Most liked first; among equals the older palette.
[[nodiscard]] Result<api::ListPopular::Stored> popular(const store::ReadTxn& txn,
                                                       const api::ListPopular& wanted,
                                                       Timestamp now);

}  // namespace palette::popularity
