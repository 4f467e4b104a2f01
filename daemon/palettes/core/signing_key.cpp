#include "palettes/core/signing_key.hpp"

#include "api/writer.hpp"
#include "auth/key_set.hpp"
#include "base/check.hpp"
#include "base/hex.hpp"
#include "palettes/tables.hpp"

#include <algorithm>

namespace palette::palettes {

namespace {

std::vector<SigningKeyRow> newest_first(const store::ReadTxn& txn) {
    std::vector<SigningKeyRow> rows;
    for (const auto& [id, row] : txn.scan(signing_keys))
        rows.push_back(row);
    std::ranges::sort(rows, std::ranges::greater{}, &SigningKeyRow::created_at);
    return rows;
}

}  // namespace

void replace_signing_key(store::WriteTxn& txn, Random& random, Timestamp now) {
    while (const auto old = txn.first(signing_keys))
        txn.erase(signing_keys, old->key);
    const auth::SigningKey key = auth::SigningKey::generate(random);
    txn.put(signing_keys, key.public_key().id(), {key.seed(), now});
}

auth::SigningKey signing_key(const store::ReadTxn& txn) {
    const auto rows = newest_first(txn);
    CHECK_INVARIANT(!rows.empty());
    return auth::SigningKey(rows.front().seed);
}

std::vector<auth::PublicKey> public_keys(const store::ReadTxn& txn) {
    std::vector<auth::PublicKey> keys;
    for (const SigningKeyRow& row : newest_first(txn)) {
        if (keys.size() == auth::KeySet::most_keys) break;
        keys.push_back(auth::SigningKey(row.seed).public_key());
    }
    return keys;
}

api::PublicKeys listed_keys(const store::ReadTxn& txn) {
    api::PublicKeys listed;
    for (const auth::PublicKey& key : public_keys(txn)) {
        listed.items.push_back(
            {.key_id = *api::Word::from(key.id()), .key = *api::KeyText::from(in_hex(key.bytes))});
    }
    return listed;
}

api::NewEvent keys_event(const store::ReadTxn& txn, Timestamp at) {
    const api::EventType& type = api::PublicKeys::event;
    return {.type = *api::Word::from(type.name),
            .subject = api::Word("keys"),
            .time = at,
            .topic = *api::Topic::from(type.topic),
            .audience = api::Audience::daemons,
            .revision = 1,
            .data = api::Json(api::to_json(listed_keys(txn)))};
}

}  // namespace palette::palettes
