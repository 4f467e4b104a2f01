#include "service/self_description.hpp"

#include "api/openrpc.hpp"
#include "outbox/parking.hpp"
#include "service/version.hpp"

#include <unistd.h>

#include <algorithm>

namespace palette::service {

namespace {

constexpr std::string_view ready = "ready";
constexpr std::string_view degraded = "degraded";

}  // namespace

Result<api::Retried> SelfDescription::operator()(const Call<api::RetryParked>& /*call*/,
                                                 store::WriteTxn& txn) const {
    return api::Retried{.parked = api::Count::clamped(outbox::retry_parked(txn))};
}

Result<api::Health> SelfDescription::operator()(const Call<api::AskHealth>& call,
                                                const store::ReadTxn& txn) const {
    // A clock that was set back is no reason to claim ages.
    const auto uptime = std::max(call.now - tally.started, std::chrono::milliseconds(0));
    const auto parked = outbox::summarize_parked(txn);
    std::optional<std::string> problem;
    if (parked.count > 0) problem = parked.problem;
    if (!problem && served.problem != nullptr) problem = served.problem(served.answers, txn);
    api::Health health{
        .name = *api::Word::from(daemon.name),
        .pid = *api::Pid::from(::getpid()),
        .state = *api::Word::from(problem ? degraded : ready),
        .version = *api::Word::from(version),
        .uptime_s = api::Count::clamped(static_cast<std::uint64_t>(uptime.count()) / 1'000),
        .requests = api::Count::clamped(tally.requests),
        .store_bytes = api::Count::clamped(store.bytes()),
        .refused = api::Count::clamped(tally.refused),
        .parked = api::Count::clamped(parked.count)};
    if (problem) health.problem = api::cut_line(*problem);
    return health;
}

Result<api::Discovery> SelfDescription::operator()(const Call<api::Discover>& /*call*/,
                                                   const store::ReadTxn& /*txn*/) const {
    return api::Discovery{api::Json(api::openrpc_document(daemon, version))};
}

}  // namespace palette::service
