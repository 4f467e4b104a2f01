#include "palettes/core/renewal.hpp"

#include "outbox/outbox.hpp"
#include "palettes/core/sessions.hpp"
#include "palettes/core/signing_key.hpp"
#include "palettes/core/tokens.hpp"

namespace palette::palettes {

void begin_anew(store::WriteTxn& txn, Random& random, Timestamp now) {
    txn.pass_over_ids(user_sequence);
    txn.pass_over_ids(palette_sequence);
    while (const auto session = txn.first(sessions))
        end_sessions(txn, session->value.user_id, std::nullopt, now);
    while (const auto token = txn.first(tokens))
        end_tokens(txn, std::get<0>(token->key), now);
    replace_signing_key(txn, random, now);
    outbox::append(txn, keys_event(txn, now));
}

}  // namespace palette::palettes
