// The rules of likes: a person likes a palette or does not; the count is the number of those who
// do.
#pragma once

#include "api/popularity.hpp"
#include "service/call.hpp"
#include "store/txn.hpp"

namespace palette::popularity {

// not_found for a palette that is not known, or is another's and private.
[[nodiscard]] Result<api::Liking> like(store::WriteTxn& txn, const service::Caller& who,
                                       const api::PaletteRef& ref, Timestamp now);
[[nodiscard]] Result<api::Liking> unlike(store::WriteTxn& txn, const service::Caller& who,
                                         const api::PaletteRef& ref, Timestamp now);

}  // namespace palette::popularity
