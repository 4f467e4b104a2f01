#include "service/self_description.hpp"

#include "api/openrpc.hpp"
#include "outbox/parking.hpp"
#include "service/version.hpp"

#include <unistd.h>

#include <algorithm>

namespace palette::service {

namespace {

std::string too_many_connections(std::size_t most) {
    return "one of its sockets has as many connections as it may, " + std::to_string(most) +
           ": no more are let in until one is closed";
}

}  // namespace

Result<api::Retried> SelfDescription::operator()(const Call<api::RetryParked>& /*call*/,
                                                 store::WriteTxn& txn) const {
    return api::Retried{.parked = api::Count::clamped(outbox::retry_parked(txn))};
}

// The worst first: there is one line for it.
std::optional<std::string> SelfDescription::problem(const store::ReadTxn& txn) const {
    if (auto trouble = store.trouble()) return trouble;
    for (const store::Store* other : served.more_stores) {
        if (auto trouble = other->trouble()) return trouble;
    }
    if (context.crowd().full_sockets > 0) return too_many_connections(context.crowd().most);
    if (auto parked = outbox::summarize_parked(txn); parked.count > 0) return parked.problem;
    if (served.problem == nullptr) return std::nullopt;
    return served.problem(served.answers, txn);
}

std::uint64_t SelfDescription::store_bytes() const {
    std::uint64_t bytes = store.bytes();
    for (const store::Store* other : served.more_stores)
        bytes += other->bytes();
    return bytes;
}

Result<api::Health> SelfDescription::operator()(const Call<api::AskHealth>& call,
                                                const store::ReadTxn& txn) const {
    // A clock that was set back is no reason to claim ages.
    const auto uptime = std::max(call.now - tally.started, std::chrono::milliseconds(0));
    const auto parked = outbox::summarize_parked(txn);
    const auto wrong = problem(txn);
    api::Health health{
        .name = *api::Word::from(daemon.name),
        .pid = *api::Pid::from(::getpid()),
        .state = wrong ? api::HealthState::degraded : api::HealthState::ready,
        .version = *api::Word::from(version),
        .uptime_s = api::Count::clamped(static_cast<std::uint64_t>(uptime.count()) / 1'000),
        .requests = api::Count::clamped(tally.requests),
        .store_bytes = api::Count::clamped(store_bytes()),
        .refused = api::Count::clamped(tally.refused),
        .parked = api::Count::clamped(parked.count)};
    if (wrong) health.problem = api::cut_line(*wrong);
    return health;
}

Result<api::Discovery> SelfDescription::operator()(const Call<api::Discover>& /*call*/,
                                                   const store::ReadTxn& /*txn*/) const {
    return api::Discovery{api::Json(api::openrpc_document(daemon, version))};
}

}  // namespace palette::service
