#include "service/writes.hpp"

#include "service/deadline.hpp"

#include <exception>

namespace palette::service {

namespace {

constexpr std::size_t pool_threads = 2;
// Empty for a request without a key.
std::string awaited_name(const Asking& asking) {
    if (!asking.request.key) return {};
    return asking.ticket.peer + asking.request.id.text() + to_string(*asking.request.key);
}

}  // namespace

// From thread to thread: shared, because a function that the pool or the store takes must be one
// that can be copied.
struct Writes::Pending {
    std::shared_ptr<UnderWay::Presence> presence;  // first, so that it goes last
    rpc::Ticket ticket;
    std::string id;
    std::string method;
    std::string trace;
    std::string awaited;  // its place in awaited_; empty without a key
    std::unique_ptr<WriteCall> call;
    std::optional<KeptKey> key;
    Deadline deadline;
};

Writes::Writes(const Parts& parts) : parts_(parts), pool_(pool_threads) {}

void Writes::close() {
    stopping_ = true;
    pool_.close();
    parts_.store.close();
}

void Writes::begin(const Asking& asking, std::unique_ptr<WriteCall> call,
                   std::optional<KeptKey> key) {
    auto presence = parts_.under_way.enter(asking.frame.size());
    if (!presence) return parts_.replies.refuse(asking, too_much_is_waiting());
    const api::Request& request = asking.request;
    const auto pending =
        std::make_shared<Pending>(Pending{.presence = std::move(presence),
                                          .ticket = asking.ticket,
                                          .id = request.id.text(),
                                          .method = request.method.text(),
                                          .trace = request.trace ? request.trace->text() : "",
                                          .awaited = awaited_name(asking),
                                          .call = std::move(call),
                                          .key = std::move(key),
                                          .deadline = Deadline(request)});
    // The answer to the first of them will do.
    if (!pending->awaited.empty() && !awaited_.insert(pending->awaited).second) return;
    try {
        pending->call->may_run() ? commit(pending) : prepare_then_commit(pending);
    } catch (...) {
        awaited_.erase(pending->awaited);
        throw;
    }
}

void Writes::prepare_then_commit(std::shared_ptr<Pending> pending) {
    const bool taken = pool_.submit([this, pending] {
        const auto prepared = prepare(*pending);
        if (!prepared) return finish(*pending, kept_answer_or(*pending, prepared.error()));
        commit(pending);
    });
    if (!taken) finish(*pending, refuse(too_much_is_waiting()));
}

Result<void> Writes::prepare(const Pending& pending) const {
    if (stopping_) return refuse(daemon_is_stopping());
    if (auto in_time = pending.deadline.check(); !in_time) return in_time;
    try {
        return pending.call->prepare();
    } catch (const std::exception& failure) {
        return refuse({.kind = ErrorKind::internal, .message = failure.what()});
    }
}

// Beside the first of its kind it may be refused for what that one has done meanwhile.
Result<std::string> Writes::kept_answer_or(const Pending& pending, const Error& refusal) const {
    if (!pending.key) return refuse(refusal);
    try {
        if (auto kept = find_kept_answer(parts_.store.read(), *pending.key)) {
            return *std::move(kept);
        }
    } catch (const std::exception& failure) {
        return refuse({.kind = ErrorKind::internal, .message = failure.what()});
    }
    return refuse(refusal);
}

void Writes::commit(std::shared_ptr<Pending> pending) {
    parts_.store.submit(
        [this, pending](store::WriteTxn& txn) -> Result<std::string> {
            if (const auto in_time = pending->deadline.check(); !in_time) {
                return refuse(in_time.error());
            }
            return answer_once(txn, pending->key, parts_.clock.now(),
                               [&] { return pending->call->run(txn); });
        },
        [this, pending](const Result<std::string>& answer) {
            const bool try_again = !answer && pending->call->wants_preparation(answer.error());
            try_again ? prepare_then_commit(pending) : finish(*pending, answer);
        });
}

void Writes::finish(const Pending& pending, const Result<std::string>& answer) {
    std::string frame = answer ? frame_of(pending.id, answer)
                               : api::encode_error(pending.id, as_told(pending, answer.error()));
    parts_.server.post(
        [this, ticket = pending.ticket, awaited = pending.awaited, frame = std::move(frame)] {
            awaited_.erase(awaited);
            parts_.replies.send(ticket, frame);
        });
}

// What is the daemon's own trouble is logged, and what threw is told to the log alone.
Error Writes::as_told(const Pending& pending, const Error& error) const {
    Log::Fields fields{
        {"method", pending.method}, {"kind", name_of(error.kind)}, {"why", error.message}};
    if (!pending.trace.empty()) fields.emplace_back("trace", pending.trace);
    switch (error.kind) {
        case ErrorKind::internal:
            parts_.log.error("write.failed", fields);
            return internal_error();
        case ErrorKind::outcome_unknown:
            parts_.log.error("write.in_doubt", fields);
            return error;
        case ErrorKind::resource_exhausted:
        case ErrorKind::unavailable:
            parts_.log.warn_limited("write.refused", fields);
            return error;
        default:
            return error;
    }
}

}  // namespace palette::service
