#include "service/family_keys.hpp"

#include "api/directory.hpp"
#include "api/reader.hpp"
#include "auth/encoding.hpp"
#include "rpc/client.hpp"

#include <chrono>
#include <stdexcept>

namespace palette::service {

namespace {

// A person waits for it: shorter than their own patience.
constexpr std::chrono::milliseconds answer_within{2'000};

using Keys = std::vector<auth::PublicKey>;

auth::KeySet key_set(const Keys& keys) {
    return auth::KeySet::of(keys).value_or(auth::KeySet{});
}

Keys keys_in(const api::PublicKeys& listed) {
    Keys keys;
    for (const api::PublicKey& one : listed.items) {
        const auto bytes = auth::from_hex<32>(one.key.text());
        if (bytes) keys.push_back({*bytes});
    }
    return keys;
}

Keys kept_keys(const store::ReadTxn& txn) {
    Keys keys;
    for (const auto& [id, bytes] : txn.scan(public_keys))
        keys.push_back({bytes});
    return keys;
}

void keep(store::WriteTxn& txn, const Keys& keys) {
    while (const auto old = txn.first(public_keys))
        txn.erase(public_keys, old->key);
    for (const auth::PublicKey& key : keys)
        txn.put(public_keys, key.id(), key.bytes);
}

}  // namespace

void learn_keys(store::WriteTxn& txn, std::string_view event_type, const api::Json& data) {
    if (event_type != api::PublicKeys::event.name) return;
    const auto told = api::read_json<api::PublicKeys>(data.text());
    if (!told) throw std::runtime_error("keys.changed: " + told.error().message);
    keep(txn, keys_in(*told));
}

FamilyKeys::FamilyKeys(outbox::Surroundings around, Authority& authority)
    : around_(std::move(around)),
      authority_(authority),
      followed_(kept_keys(around_.store.read())),
      follow_commits_(around_.store.after_commit([this] { follow(); })) {
    authority_.use_keys(key_set(followed_));
    authority_.fetch_unknown_keys_with([this] { return fetch(); });
}

std::optional<auth::KeySet> FamilyKeys::fetch() const {
    rpc::Client client(around_.context, around_.sockets, around_.random);
    const auto listed = client.call(api::ListKeys{}, {.timeout = answer_within});
    if (!listed) return std::nullopt;
    const Keys keys = keys_in(*listed);
    const auto kept = around_.store.write([&](store::WriteTxn& txn) { keep(txn, keys); });
    if (!kept) {
        around_.notice(outbox::NoticeLevel::warning, "keys.not_kept", kept.error().message);
    }
    return key_set(keys);
}

void FamilyKeys::follow() {
    Keys kept = kept_keys(around_.store.read());
    if (kept == followed_) return;
    followed_ = std::move(kept);
    authority_.use_keys(key_set(followed_));
}

}  // namespace palette::service
