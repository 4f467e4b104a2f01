// Idempotency: a write that carries a key has one effect, however often it is sent.
//
// A key belongs to (principal, method) and holds for 24 hours. The first committed answer is kept
// in the transaction of its effect; a repeat gets that answer, another body under the same key is a
// conflict. Refusals are not kept, nor is an answer that holds a secret, nor that to a request with
// one in it, since what its secret was cannot be told later; unless it only proves who asks
// (api::Method::secrets_prove): then the rest of the request is what it is known by. Keys are UUIDs
// of version 7, so that they append and the oldest stand first.
#pragma once

#include "api/envelope.hpp"
#include "api/idempotency.hpp"
#include "api/method.hpp"
#include "service/bind.hpp"
#include "store/table.hpp"
#include "store/txn.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <tuple>

namespace palette::service {

struct KeptAnswer {
    std::array<std::uint8_t, 16> body{};  // digest of the parameters, secrets left out
    std::string answer{};

    static constexpr auto members = std::tuple{&KeptAnswer::body, &KeptAnswer::answer};
};

using KeptAnswerId = std::tuple<std::array<std::uint8_t, 16>, std::uint64_t, std::string>;
inline constexpr store::Table<KeptAnswerId, KeptAnswer> kept_answers{"kept_answers"};

// The key of a request as it is kept.
struct KeptKey {
    KeptAnswerId id;
    std::array<std::uint8_t, 16> body;

    // None when the request has no key, or no answer to its method may be kept. A refusal when the
    // key is not a UUIDv7 of the last day.
    [[nodiscard]] static Result<std::optional<KeptKey>> of(const api::Request& request,
                                                           const api::MethodRow& method,
                                                           const Circumstances& about,
                                                           const api::Document& document);
};

// What was answered under this key before: the answer, or the conflict when that was to another
// request. None when nothing is kept.
[[nodiscard]] std::optional<Result<std::string>> find_kept_answer(const store::ReadTxn& txn,
                                                                  const KeptKey& key);

// The kept answer, or else that of `run`, kept when it is one. Sweeps a few that are too old.
[[nodiscard]] Result<std::string> answer_once(store::WriteTxn& txn,
                                              const std::optional<KeptKey>& key, Timestamp now,
                                              const std::function<Result<std::string>()>& run);

}  // namespace palette::service
