#include "service/family_keys.hpp"

#include "api/directory.hpp"
#include "auth/encoding.hpp"
#include "rpc/client.hpp"

#include <chrono>
#include <vector>

namespace palette::service {

namespace {

// A person waits for it: shorter than their own patience.
constexpr std::chrono::milliseconds answer_within{2'000};

auth::KeySet key_set(const std::vector<auth::PublicKey>& keys) {
    return auth::KeySet::of(keys).value_or(auth::KeySet{});
}

}  // namespace

std::optional<auth::KeySet> FamilyKeys::fetch() const {
    rpc::Client client(around_.context, around_.sockets, around_.random);
    const auto listed = client.call(api::ListKeys{}, {.timeout = answer_within});
    if (!listed) return std::nullopt;
    std::vector<auth::PublicKey> keys;
    for (const api::PublicKey& one : listed->items) {
        const auto bytes = auth::from_hex<32>(one.key.text());
        if (bytes) keys.push_back({*bytes});
    }
    const auto kept = around_.store.write([&](store::WriteTxn& txn) {
        while (const auto old = txn.first(public_keys))
            txn.erase(public_keys, old->key);
        for (const auth::PublicKey& key : keys)
            txn.put(public_keys, key.id(), key.bytes);
    });
    if (!kept) {
        around_.notice(outbox::NoticeLevel::warning, "keys.not_kept", kept.error().message);
    }
    return key_set(keys);
}

auth::KeySet FamilyKeys::kept() const {
    std::vector<auth::PublicKey> keys;
    const store::ReadTxn txn = around_.store.read();
    for (const auto& [id, bytes] : txn.scan(public_keys))
        keys.push_back({bytes});
    return key_set(keys);
}

}  // namespace palette::service
