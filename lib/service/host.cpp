#include "service/host.hpp"

#include "api/openrpc.hpp"
#include "api/writer.hpp"
#include "service/kept_answers.hpp"
#include "service/version.hpp"

#include <unistd.h>

#include <algorithm>
#include <exception>

namespace palette::service {

namespace {

constexpr std::size_t pool_threads = 2;
constexpr std::size_t verifier_threads = 2;
// Of the frames of all requests that wait for a pool or the writer. More is refused: memory would
// be the only limit.
constexpr std::size_t most_bytes_under_way = std::size_t{64} << 20;

const Binding* find_binding(const Served& served, std::string_view method) {
    for (const Binding& binding : served.bindings) {
        if (binding.method->facts->name == method) return &binding;
    }
    return nullptr;
}

bool exists_on(const api::Method& method, api::Socket socket) {
    return method.socket == api::Socket::both || method.socket == socket;
}

const api::MethodRow* find_common(std::string_view method, api::Socket socket) {
    for (const api::MethodRow* row : api::Common::rows) {
        if (row->facts->name == method && exists_on(*row->facts, socket)) return row;
    }
    return nullptr;
}

Error internal_error() {
    return {.kind = ErrorKind::internal,
            .message = "the daemon failed to answer this; its log says why"};
}

Error too_much_is_waiting() {
    return {.kind = ErrorKind::resource_exhausted,
            .message = "too much is waiting",
            .retry_after_ms = 1'000};
}

// Empty for a request without a key.
std::string awaited_name(const rpc::Ticket& ticket, const api::Request& request) {
    if (!request.key) return {};
    return ticket.peer + request.id.text() + to_string(*request.key);
}

}  // namespace

// A request that is being looked at, on the server's thread.
struct Host::Asking {
    const rpc::Ticket& ticket;
    const api::Request& request;
    std::string_view frame;
};

// The presence of a request that is not answered at once: the host serves as long as there is one.
class Host::UnderWay {
  public:
    UnderWay(Host& host, std::size_t frame_bytes) : host_(host), frame_bytes_(frame_bytes) {
        ++host_.under_way_;
        host_.bytes_under_way_ += frame_bytes_;
    }
    ~UnderWay() {
        host_.bytes_under_way_ -= frame_bytes_;
        --host_.under_way_;  // the last touch: from here on the host may go
    }
    UnderWay(const UnderWay&) = delete;
    UnderWay& operator=(const UnderWay&) = delete;

  private:
    Host& host_;
    std::size_t frame_bytes_;
};

// A write under way, from thread to thread.
struct Host::Pending {
    UnderWay presence;  // first, so that it goes last
    rpc::Ticket ticket;
    std::string id;
    std::string awaited;  // its place in awaited_; empty without a key
    std::unique_ptr<WriteCall> call;
    std::optional<KeptKey> key;
    Timestamp deadline;
};

Host::Host(const Parts& parts)
    : parts_(parts),
      started_(parts.clock.now()),
      pool_(pool_threads),
      verifiers_(verifier_threads) {}

void Host::serve(const Served& served, std::vector<rpc::Server::Watched> watched) {
    served_ = served;
    parts_.server.run(*this, std::move(watched));
}

void Host::stop() {
    stopping_ = true;
    parts_.server.stop([this] { return under_way_.load() == 0; });
}

void Host::refused(api::Socket socket) {
    ++refused_;
    log().warn_limited("message.refused",
                       {{"socket", socket == api::Socket::client ? "client" : "sibling"},
                        {"why", "not one frame"}});
}

void Host::failed(std::string_view why) {
    log().error("server.work_failed", {{"why", why}});
}

bool Host::has_room_for(const Asking& asking) const {
    return bytes_under_way_.load() + asking.frame.size() <= most_bytes_under_way;
}

void Host::receive(rpc::Ticket ticket, std::string_view frame) {
    ++requests_;
    api::Request request = api::blank<api::Request>();
    const Asking asking{ticket, request, frame};
    if (!document_.parse(frame)) {
        ++refused_;
        log().warn_limited("request.refused", {{"why", "not JSON"}, {"bytes", frame.size()}});
        return refuse(asking, {ErrorKind::invalid_argument, "this is not JSON of at most 1 MiB"},
                      api::code_parse_error);
    }
    auto read = document_.read<api::Request>(api::Unknown::refused);
    if (!read || !api::valid_id(read->id)) {
        ++refused_;
        const Error error = read ? Error{ErrorKind::invalid_argument,
                                         "id: expected a number or a short string", "id"}
                                 : read.error();
        log().warn_limited("request.refused", {{"why", error.message}});
        return refuse(asking, error, api::code_invalid_request);
    }
    request = std::move(*read);
    try {
        const std::string& name = request.method.text();
        if (const auto* common = find_common(name, ticket.socket)) {
            return answer_common(asking, *common);
        }
        const Binding* binding = find_binding(served_, name);
        if (binding != nullptr && exists_on(*binding->method->facts, ticket.socket)) {
            return dispatch(asking, *binding);
        }
        ++refused_;
        refuse(asking, {ErrorKind::unimplemented, "there is no method " + name, "method"},
               api::code_method_not_found);
    } catch (const std::exception& failure) {
        log().error("request.failed", {{"method", request.method.text()}, {"why", failure.what()}});
        refuse(asking, internal_error());
    }
}

void Host::dispatch(const Asking& asking, const Binding& binding) {
    const api::Access access = binding.method->facts->access;
    Circumstances about{.now = parts_.clock.now(), .key = asking.request.key};
    const bool given = asking.request.auth.has_value();
    if (access == api::Access::user && !given) {
        return refuse(asking, {.kind = ErrorKind::unauthenticated,
                               .message = "nobody is signed in",
                               .hint = "sign in with: palettectl login NAME"});
    }
    if (access != api::Access::anyone && given) {
        about.caller = authenticate(asking, *binding.method->facts);
        if (!about.caller) return;
    }
    if (binding.read != nullptr) return answer_read(asking, binding, std::move(about));
    begin_write(asking, binding, std::move(about));
}

// None when the request has been answered with a refusal, or waits for its token to be verified.
std::optional<Caller> Host::authenticate(const Asking& asking, const api::Method& method) {
    const std::string& token = asking.request.auth->text();
    const Timestamp now = parts_.clock.now();
    const auth::Claims* claims = authority_.cached(token, now);
    if (claims == nullptr) {
        const auto formed = Authority::judge_form(token, now);
        if (formed) {
            verify_then_repeat(asking);
        } else {
            refuse(asking, formed.error());
        }
        return std::nullopt;
    }
    const auto admitted = admit(*claims, method);
    if (admitted) return *admitted;
    refuse(asking, admitted.error());
    return std::nullopt;
}

Result<Caller> Host::admit(const auth::Claims& claims, const api::Method& method) const {
    auto caller = caller_of(claims);
    if (!caller) {
        return palette::refuse(ErrorKind::unauthenticated, "auth", "this token names no user");
    }
    const auto scope = api::scope_words[static_cast<std::size_t>(method.scope)];
    if (!scope.empty() && !claims.allows(scope)) {
        return palette::refuse(ErrorKind::permission_denied, "auth",
                               "this token does not allow " + std::string(scope));
    }
    if (served_.admit != nullptr) {
        const auto welcome = served_.admit(served_.answers, *caller, store().read());
        if (!welcome) return palette::refuse(welcome.error());
    }
    return *std::move(caller);
}

// The signature is checked in the pool; then the frame is received again and finds its token
// cached.
void Host::verify_then_repeat(const Asking& asking) {
    if (!has_room_for(asking)) return refuse(asking, too_much_is_waiting());
    auto presence = std::make_shared<UnderWay>(*this, asking.frame.size());
    const bool taken = verifiers_.submit([this, presence = std::move(presence),
                                          ticket = asking.ticket, id = asking.request.id.text(),
                                          token = asking.request.auth->text(),
                                          frame = std::string(asking.frame)] {
        auto claims = verify(token);
        parts_.server.post([this, presence, ticket, id, token, frame, claims = std::move(claims)] {
            if (!claims) return parts_.server.send(ticket, api::encode_error(id, claims.error()));
            authority_.remember(token, *claims);
            receive(ticket, frame);
        });
    });
    if (!taken) refuse(asking, too_much_is_waiting());
}

// Asking for keys may fail as anything may that needs sockets and a store.
Result<auth::Claims> Host::verify(const std::string& token) {
    try {
        if (stopping_) {
            return palette::refuse(ErrorKind::unavailable, "", "the daemon is stopping");
        }
        return authority_.verify(token, parts_.clock.now());
    } catch (const std::exception& failure) {
        log().error("verification.failed", {{"why", failure.what()}});
        return palette::refuse(internal_error());
    }
}

void Host::answer_read(const Asking& asking, const Binding& binding, Circumstances about) {
    frame_.clear();
    api::begin_result(frame_, asking.request.id.text());
    const store::ReadTxn txn = store().read();
    const auto done = binding.read(served_.answers, document_, std::move(about), txn, frame_);
    if (!done) return refuse(asking, done.error());
    api::end_result(frame_);
    parts_.server.send(asking.ticket, frame_);
}

void Host::begin_write(const Asking& asking, const Binding& binding, Circumstances about) {
    auto key = KeptKey::of(asking.request, *binding.method, about, document_);
    if (!key) return refuse(asking, key.error());
    if (!has_room_for(asking)) return refuse(asking, too_much_is_waiting());
    const Timestamp now = about.now;
    const auto wait_ms = asking.request.deadline_ms.value_or(api::Deadline(5000)).number();
    auto call = binding.write(served_.answers, document_, std::move(about));
    if (!call) return refuse(asking, call.error());
    const bool is_prepared = (*call)->is_prepared(store().read());
    // A client that has heard nothing for a while sends again: the first one's answer will do.
    // Nothing may throw between this note and finish(), which takes it back.
    std::string awaited = awaited_name(asking.ticket, asking.request);
    if (!awaited.empty() && !awaited_.insert(awaited).second) return;

    std::shared_ptr<Pending> pending(
        new Pending{.presence{*this, asking.frame.size()},
                    .ticket = asking.ticket,
                    .id = asking.request.id.text(),
                    .awaited = std::move(awaited),
                    .call = std::move(*call),
                    .key = std::move(*key),
                    .deadline = now + std::chrono::milliseconds(wait_ms)});
    if (is_prepared) {
        commit(std::move(pending));
    } else {
        prepare_then_commit(std::move(pending));
    }
}

void Host::prepare_then_commit(std::shared_ptr<Pending> pending) {
    const bool taken = pool_.submit([this, pending] {
        Result<void> prepared;
        try {
            prepared = still_wanted(*pending);
            if (prepared) prepared = pending->call->prepare();
        } catch (const std::exception& failure) {
            log().error("preparation.failed", {{"why", failure.what()}});
            prepared = palette::refuse(internal_error());
        }
        if (!prepared) return finish(*pending, palette::refuse(prepared.error()));
        commit(pending);
    });
    if (!taken) finish(*pending, palette::refuse(too_much_is_waiting()));
}

// What still waits for slow work when the daemon stops is refused: it may be asked again, and
// stopping must not take as long as a queue of passwords.
Result<void> Host::still_wanted(const Pending& pending) const {
    if (stopping_) {
        return palette::refuse(ErrorKind::unavailable, "", "the daemon is stopping");
    }
    if (parts_.clock.now() > pending.deadline) {
        return palette::refuse(ErrorKind::deadline_exceeded, "", "it waited too long");
    }
    return {};
}

void Host::commit(std::shared_ptr<Pending> pending) {
    store().submit(
        [this, pending](store::WriteTxn& txn) -> Result<std::string> {
            const Timestamp now = parts_.clock.now();
            if (now > pending->deadline) {
                return palette::refuse(ErrorKind::deadline_exceeded, "", "it waited too long");
            }
            return answer_once(txn, pending->key, now, [&] { return pending->call->run(txn); });
        },
        [this, pending](const Result<std::string>& answer) { finish(*pending, answer); });
}

void Host::finish(const Pending& pending, const Result<std::string>& answer) {
    std::string frame;
    if (answer) {
        api::begin_result(frame, pending.id);
        frame += *answer;
        api::end_result(frame);
    } else {
        frame = api::encode_error(pending.id, answer.error());
    }
    parts_.server.post(
        [this, ticket = pending.ticket, awaited = pending.awaited, frame = std::move(frame)] {
            awaited_.erase(awaited);
            parts_.server.send(ticket, frame);
        });
}

void Host::refuse(const Asking& asking, const Error& error, std::optional<std::int64_t> code) {
    const std::string& id = asking.request.id.text();
    parts_.server.send(asking.ticket, api::encode_error(id, error, code));
}

void Host::answer_common(const Asking& asking, const api::MethodRow& method) {
    api::Faults faults;
    api::with_blank(*method.params, [&](void* params) {
        document_.read_member_into(api::params_member, *method.params, params,
                                   api::Unknown::refused, faults);
    });
    if (!faults.none()) return refuse(asking, faults.error());
    frame_.clear();
    api::begin_result(frame_, asking.request.id.text());
    if (method.facts == &api::AskHealth::method) {
        api::append_json(frame_, health());
    } else {
        api::append_json(frame_,
                         api::Discovery{api::Json(api::openrpc_document(parts_.daemon, version))});
    }
    api::end_result(frame_);
    parts_.server.send(asking.ticket, frame_);
}

api::Health Host::health() const {
    // A clock that was set back is no reason to claim ages.
    const auto uptime = std::max(parts_.clock.now() - started_, std::chrono::milliseconds(0));
    return {.name = *api::Word::from(parts_.daemon.name),
            .pid = *api::Pid::from(::getpid()),
            .state = api::Word("ready"),
            .version = *api::Word::from(version),
            .uptime_s = api::Count::clamped(static_cast<std::uint64_t>(uptime.count()) / 1'000),
            .requests = api::Count::clamped(requests_),
            .store_bytes = api::Count::clamped(store().bytes()),
            .refused = api::Count::clamped(refused_)};
}

outbox::Surroundings surroundings(const Host& host) {
    const Host::Parts& parts = host.parts();
    return {.store = parts.store,
            .context = parts.context,
            .sockets = parts.sockets,
            .clock = parts.clock,
            .random = parts.random,
            .notice = [&log = parts.log](std::string_view event, std::string_view detail) {
                log.info(event, {{"detail", detail}});
            }};
}

}  // namespace palette::service
