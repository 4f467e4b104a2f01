#include "service/kept_answers.hpp"

#include "api/secrets.hpp"
#include "auth/digest.hpp"

namespace palette::service {

namespace {

// Rows taken away with each write that has a key: two, so that the table shrinks while it is used.
constexpr int most_swept = 2;

bool may_be_kept(const api::MethodRow& method) {
    if (api::holds_secrets(*method.result)) return false;
    return method.facts->secrets_prove || !api::holds_secrets(*method.params);
}

void sweep(store::WriteTxn& txn, Timestamp now) {
    for (int i = 0; i < most_swept; ++i) {
        const auto oldest = txn.first(kept_answers);
        if (!oldest || api::key_holds_at(Uuid{std::get<0>(oldest->key)}, now)) return;
        txn.erase(kept_answers, oldest->key);
    }
}

}  // namespace

Result<std::optional<KeptKey>> KeptKey::of(const api::Request& request,
                                           const api::MethodRow& method, const Circumstances& about,
                                           const api::Document& document) {
    if (!request.key || !may_be_kept(method)) return std::nullopt;
    if (!api::key_holds_at(*request.key, about.now)) {
        return refuse(ErrorKind::invalid_argument, "key",
                      "key: expected a UUID of version 7 made within the last 24 hours");
    }
    const std::uint64_t principal = about.caller ? about.caller->id.value() : 0;
    return KeptKey{
        {request.key->bytes, principal, std::string(method.facts->name)},
        auth::digest(api::without_secrets(*method.params, document.text_at(api::params_member)))};
}

std::optional<Result<std::string>> find_kept_answer(const store::ReadTxn& txn, const KeptKey& key) {
    auto kept = txn.get(kept_answers, key.id);
    if (!kept) return std::nullopt;
    if (kept->body == key.body) return std::move(kept->answer);
    return refuse(ErrorKind::aborted, "key", "this key was used for another request",
                  "leave --key out, or repeat the request unchanged");
}

Result<std::string> answer_once(store::WriteTxn& txn, const std::optional<KeptKey>& key,
                                Timestamp now, const std::function<Result<std::string>()>& run) {
    if (!key) return run();
    if (auto kept = find_kept_answer(txn, *key)) return *std::move(kept);
    auto answer = run();
    if (!answer) return answer;
    txn.put(kept_answers, key->id, {key->body, *answer});
    sweep(txn, now);
    return answer;
}

}  // namespace palette::service
