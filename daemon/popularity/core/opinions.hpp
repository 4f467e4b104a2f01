// The rules of opinions: a person likes a palette or does not, gives it stars or does not, and
// looks at it. Each is answered with what it led to, and only what changes something enters the
// log.
//
// In a write function of the log's store. not_found for a palette that is not known, or is
// another's and private.
#pragma once

#include "api/opinion.hpp"
#include "api/palette.hpp"
#include "popularity/core/ledger.hpp"
#include "service/call.hpp"

namespace palette::popularity {

// Who says it, of what, and when; what paletted said of it just now, where it had to be asked.
struct Said {
    const service::Caller& who;
    const api::PaletteRef& ref;
    Timestamp now{};
    const api::PaletteCreated* fetched = nullptr;
};

[[nodiscard]] Result<api::Liking> like(Ledger& ledger, store::WriteTxn& log_store,
                                       const Said& said);
[[nodiscard]] Result<api::Liking> unlike(Ledger& ledger, store::WriteTxn& log_store,
                                         const Said& said);
// None takes the stars back. permission_denied for stars to one's own.
[[nodiscard]] Result<api::Rating> rate(Ledger& ledger, store::WriteTxn& log_store, const Said& said,
                                       const std::optional<api::Stars>& stars);
[[nodiscard]] Result<api::Viewing> view(Ledger& ledger, store::WriteTxn& log_store,
                                        const Said& said);

}  // namespace palette::popularity
