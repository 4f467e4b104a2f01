#include "rpc/in_flight.hpp"

#include <algorithm>

namespace palette::rpc {

namespace {

api::Deadline deadline_in(std::chrono::steady_clock::duration left) {
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(left).count();
    return api::Deadline::clamped(static_cast<std::uint64_t>(std::max<std::int64_t>(ms, 0)));
}

std::string silence(const Asked& asked) {
    return std::string(asked.method->facts->name) + ": no answer from " +
           std::string(asked.daemon->name) + " in " +
           std::to_string(asked.options.timeout.count()) + " ms";
}

Error outcome_unknown(const Asked& asked, const std::string& doubt) {
    const std::string hint = asked.options.key
                                 ? "repeat it with the key " + to_string(*asked.options.key) +
                                       ": it has one effect, however often it is sent"
                                 : "repeat it: doing it twice is the same as doing it once";
    return {.kind = ErrorKind::outcome_unknown,
            .message = doubt.empty() ? silence(asked) + "; it may have been done" : doubt,
            .hint = hint};
}

}  // namespace

void InFlight::take_key(Random& random) {
    const api::Method& facts = *asked.method->facts;
    if (facts.effect == api::Effect::read) {
        asked.options.key.reset();
    } else if (!facts.repeatable && !asked.options.key) {
        asked.options.key = make_uuid7(SystemClock().now(), random);
    }
}

std::string InFlight::frame(std::uint64_t id, Moment now) const {
    return api::encode_request({.jsonrpc = api::JsonRpc("2.0"),
                                .method = *api::MethodName::from(asked.method->facts->name),
                                .id = api::Json(std::to_string(id)),
                                .params = api::Later(asked.params),
                                .auth = asked.options.auth,
                                .key = asked.options.key,
                                .deadline_ms = deadline_in(deadline - now)});
}

// An attempt that was refused says nothing of another one, of which the answer was lost or is still
// to come.
bool InFlight::may_be_done(const Error& refusal) const {
    if (asked.method->facts->effect == api::Effect::read) return false;
    if (refusal.kind == ErrorKind::outcome_unknown) return true;
    return (times_sent > 1 || !doubt.empty()) && !tells_outcome(refusal.kind);
}

Error InFlight::given_up(Moment now) const {
    if (times_sent > 0 && asked.method->facts->effect == api::Effect::write)
        return outcome_unknown(asked, doubt);
    if (!channel->listening(now)) return not_running(*asked.daemon);
    return {.kind = ErrorKind::deadline_exceeded, .message = silence(asked)};
}

Error not_running(const api::Daemon& daemon) {
    return {.kind = ErrorKind::unavailable,
            .message = std::string(daemon.name) + " is not running",
            .hint = "start it with palettectl up"};
}

}  // namespace palette::rpc
