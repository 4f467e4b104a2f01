#include "palettes/signing_key.hpp"

#include "auth/key_set.hpp"
#include "palettes/tables.hpp"

#include <algorithm>
#include <stdexcept>

namespace palette::palettes {

namespace {

void make_first_key(store::Store& store, const Clock& clock, Random& random) {
    const auth::SigningKey key = auth::SigningKey::generate(random);
    const auto kept = store.write([&](store::WriteTxn& txn) {
        txn.put(signing_keys, key.public_key().id(), {key.seed(), clock.now()});
    });
    if (!kept) throw std::runtime_error("the signing key was not kept: " + kept.error().message);
}

}  // namespace

Keys load_keys(store::Store& store, const Clock& clock, Random& random) {
    if (!store.read().first(signing_keys)) make_first_key(store, clock, random);
    std::vector<SigningKeyRow> rows;
    {
        const store::ReadTxn txn = store.read();
        for (const auto& [id, row] : txn.scan(signing_keys))
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [](const SigningKeyRow& a, const SigningKeyRow& b) {
        return a.created_at > b.created_at;
    });
    Keys keys{auth::SigningKey(rows.front().seed), {}};
    for (const SigningKeyRow& row : rows) {
        if (keys.verifying.size() == auth::KeySet::most_keys) break;
        keys.verifying.push_back(auth::SigningKey(row.seed).public_key());
    }
    return keys;
}

}  // namespace palette::palettes
