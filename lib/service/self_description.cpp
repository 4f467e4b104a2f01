#include "service/self_description.hpp"

#include "api/openrpc.hpp"
#include "service/version.hpp"

#include <unistd.h>

#include <algorithm>

namespace palette::service {

Result<api::Health> SelfDescription::operator()(const Call<api::AskHealth>& call,
                                                const store::ReadTxn& /*txn*/) const {
    // A clock that was set back is no reason to claim ages.
    const auto uptime = std::max(call.now - tally.started, std::chrono::milliseconds(0));
    return api::Health{
        .name = *api::Word::from(daemon.name),
        .pid = *api::Pid::from(::getpid()),
        .state = api::Word("ready"),
        .version = *api::Word::from(version),
        .uptime_s = api::Count::clamped(static_cast<std::uint64_t>(uptime.count()) / 1'000),
        .requests = api::Count::clamped(tally.requests),
        .store_bytes = api::Count::clamped(store.bytes()),
        .refused = api::Count::clamped(tally.refused)};
}

Result<api::Discovery> SelfDescription::operator()(const Call<api::Discover>& /*call*/,
                                                   const store::ReadTxn& /*txn*/) const {
    return api::Discovery{api::Json(api::openrpc_document(daemon, version))};
}

}  // namespace palette::service
