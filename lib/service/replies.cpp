#include "service/replies.hpp"

#include <utility>

namespace palette::service {

namespace {

// Time for a queue of writes to be synced, or of passwords to be hashed.
constexpr std::int64_t retry_after_ms = 1'000;

}  // namespace

Error internal_error() {
    return {.kind = ErrorKind::internal,
            .message = "the daemon failed to answer this; its log says why"};
}

Error too_much_is_waiting() {
    return {.kind = ErrorKind::resource_exhausted,
            .message = "too much is waiting",
            .retry_after_ms = retry_after_ms};
}

Error daemon_is_stopping() {
    return {.kind = ErrorKind::unavailable, .message = "the daemon is stopping"};
}

std::string frame_of(std::string_view id, const Result<std::string>& answer) {
    if (!answer) return api::encode_error(id, answer.error());
    std::string frame;
    api::begin_result(frame, id);
    frame += *answer;
    api::end_result(frame);
    return frame;
}

void Replies::send(const rpc::Ticket& ticket, std::string_view frame) {
    if (!server_.send(ticket, frame)) log_.warn_limited("reply.dropped", {{"bytes", frame.size()}});
}

void Replies::answer(const Asking& asking, std::string json) {
    send(asking.ticket, frame_of(asking.request.id.text(), std::move(json)));
}

void Replies::refuse(const Asking& asking, const Error& error, std::optional<std::int64_t> code) {
    send(asking.ticket, api::encode_error(asking.request.id.text(), error, code));
}

}  // namespace palette::service
