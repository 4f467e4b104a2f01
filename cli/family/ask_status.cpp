#include "cli/family/ask_status.hpp"

#include "api/directory.hpp"
#include "base/file_lock.hpp"
#include "cli/context.hpp"

#include <algorithm>

namespace palette::cli {

namespace {

DaemonState state_of(api::HealthState health) {
    switch (health) {
        case api::HealthState::ready:
            return DaemonState::ready;
        case api::HealthState::degraded:
            return DaemonState::degraded;
    }
    return DaemonState::degraded;
}

DaemonStatus status_of(const api::Health& health) {
    return {.name = health.name,
            .state = state_of(health.state),
            .pid = health.pid,
            .version = health.version,
            .uptime_s = health.uptime_s,
            .requests = health.requests,
            .store_bytes = health.store_bytes,
            .refused = health.refused,
            .parked = health.parked,
            .problem = health.problem};
}

// A daemon locks a file as long as it lives, whether it answers or not.
DaemonStatus silent_status(const Home& home, std::string_view name) {
    const auto holder = FileLock::holder(home.daemon_lock(name));
    DaemonStatus status{.name = api::Word::from(name).value(),
                        .state = holder ? DaemonState::silent : DaemonState::down};
    if (holder) status.pid = api::Pid::from(*holder);
    return status;
}

rpc::Asked question(const api::Daemon& daemon, std::chrono::milliseconds timeout) {
    return {.daemon = &daemon,
            .method = &api::row_of<api::AskHealth>,
            .params = "{}",
            .options = {.timeout = timeout}};
}

}  // namespace

FamilyStatus ask_status(Context& context) {
    std::array<std::optional<api::Health>, api::family.size()> answers;
    FamilyStatus status;
    const auto daemons = context.client();
    if (daemons) {
        const auto timeout = std::min(context.options().timeout.length, health_timeout);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            (*daemons)->send(question(*api::family[i], timeout),
                             [&answer = answers[i]](const Result<std::string>& json) {
                                 if (!json) return;
                                 if (auto health = api::read_json<api::Health>(*json))
                                     answer = *std::move(health);
                             });
        }
        (*daemons)->send(rpc::Client::asked_of(api::AskLogStatus{}, {.timeout = timeout}),
                         [&status](const Result<std::string>& json) {
                             if (!json) return;
                             if (auto log = api::read_json<api::LogStatus>(*json))
                                 status.log = *std::move(log);
                         });
        (*daemons)->finish();
    }
    for (std::size_t i = 0; i < answers.size(); ++i) {
        status.items.push_back(answers[i] ? status_of(*answers[i])
                                          : silent_status(context.home(), api::family[i]->name));
    }
    return status;
}

bool all_ready(const FamilyStatus& status) {
    return std::ranges::all_of(
        status.items, [](const DaemonStatus& one) { return one.state == DaemonState::ready; });
}

bool all_answer(const FamilyStatus& status) {
    return std::ranges::all_of(status.items,
                               [](const DaemonStatus& one) { return answers(one.state); });
}

bool all_down(const FamilyStatus& status) {
    return std::ranges::all_of(
        status.items, [](const DaemonStatus& one) { return one.state == DaemonState::down; });
}

}  // namespace palette::cli
