#include "service/host.hpp"

#include <exception>

namespace palette::service {

namespace {

constexpr std::size_t verifier_threads = 2;

bool exists_on(const api::Method& method, api::Socket socket) {
    return method.socket == api::Socket::both || method.socket == socket;
}

const Binding* find_binding(std::span<const Binding> bindings, std::string_view method,
                            api::Socket socket) {
    for (const Binding& binding : bindings) {
        const api::Method& facts = *binding.method->facts;
        if (facts.name == method && exists_on(facts, socket)) return &binding;
    }
    return nullptr;
}

// Whom a good token names, when it allows the method.
Result<Caller> caller_allowed(const auth::Claims& claims, const api::Method& method) {
    auto caller = caller_of(claims);
    if (!caller) {
        return refuse(ErrorKind::unauthenticated, "auth", "this token names no user");
    }
    const auto scope = api::scope_words[static_cast<std::size_t>(method.scope)];
    if (!scope.empty() && !claims.allows(scope)) {
        return refuse(ErrorKind::permission_denied, "auth",
                      "this token does not allow " + std::string(scope));
    }
    return *std::move(caller);
}

}  // namespace

Host::Host(const Parts& parts)
    : parts_(parts),
      tally_{.started = parts.clock.now()},
      self_{parts.daemon, tally_, parts.store, served_, parts.context},
      replies_(parts.server, parts.log),
      writes_({parts.store, parts.server, replies_, parts.log, parts.clock, under_way_}),
      verifiers_(verifier_threads) {}

void Host::serve(const Served& served, std::vector<rpc::Server::Watched> watched) {
    served_ = served;
    try {
        parts_.server.run(*this, std::move(watched));
    } catch (...) {
        // What is under way works with the handlers, which may be gone before this is.
        stopping_ = true;
        writes_.close();
        throw;
    }
}

void Host::stop() {
    stopping_ = true;
    writes_.stop();
    parts_.server.stop([this] { return under_way_.none(); });
}

void Host::misframed(api::Socket socket) {
    ++tally_.refused;
    log().warn_limited("message.refused",
                       {{"socket", socket == api::Socket::client ? "client" : "sibling"},
                        {"why", "not one frame"}});
}

void Host::failed(std::string_view why) {
    log().error("server.work_failed", {{"why", why}});
}

void Host::receive(rpc::Ticket ticket, std::string_view frame) {
    ++tally_.requests;
    handle(ticket, frame);
}

void Host::handle(const rpc::Ticket& ticket, std::string_view frame) {
    auto request = api::blank<api::Request>();
    const Asking asking{ticket, request, frame};
    if (!document_.parse(frame)) {
        const Error not_json{ErrorKind::invalid_argument, "this is not JSON of at most 1 MiB"};
        return refuse_unread(asking, not_json, api::code_parse_error);
    }
    auto read = document_.read<api::Request>(api::Unknown::refused);
    if (!read) return refuse_unread(asking, read.error(), api::code_invalid_request);
    if (!api::valid_id(read->id)) {
        const Error bad_id{ErrorKind::invalid_argument, "id: expected a number or a short string",
                           "id"};
        return refuse_unread(asking, bad_id, api::code_invalid_request);
    }
    request = std::move(*read);
    try {
        route(asking);
    } catch (const std::exception& failure) {
        Log::Fields fields{{"method", request.method.text()}, {"why", failure.what()}};
        if (request.trace) fields.emplace_back("trace", request.trace->text());
        log().error("request.failed", fields);
        replies_.refuse(asking, internal_error());
    }
}

void Host::refuse_unread(const Asking& asking, const Error& error, std::int64_t code) {
    ++tally_.refused;
    log().warn_limited("request.refused", {{"why", error.message}, {"bytes", asking.frame.size()}});
    replies_.refuse(asking, error, code);
}

void Host::route(const Asking& asking) {
    const std::string& name = asking.request.method.text();
    const api::Socket socket = asking.ticket.socket;
    if (const Binding* own = find_binding(served_.bindings, name, socket)) {
        return dispatch(asking, *own, served_.answers);
    }
    if (const Binding* of_all = find_binding(self_description_bindings, name, socket)) {
        return dispatch(asking, *of_all, &self_);
    }
    ++tally_.refused;
    replies_.refuse(asking, {ErrorKind::unimplemented, "there is no method " + name, "method"},
                    api::code_method_not_found);
}

void Host::dispatch(const Asking& asking, const Binding& binding, const void* answers) {
    const api::Access access = binding.method->facts->access;
    Circumstances about{.now = parts_.clock.now(), .key = asking.request.key};
    const bool given = asking.request.auth.has_value();
    if (access == api::Access::user && !given) {
        return replies_.refuse(asking, {.kind = ErrorKind::unauthenticated,
                                        .message = "nobody is signed in",
                                        .hint = "sign in with: palettectl login NAME"});
    }
    if (access != api::Access::anyone && given) {
        about.caller = authenticate(asking, *binding.method->facts);
        if (!about.caller) return;
        const auto welcomed = welcome(*about.caller);
        if (!welcomed) return answer_unwelcome(asking, binding, about, welcomed.error());
    }
    if (binding.read != nullptr) return answer_read(asking, binding, answers, std::move(about));
    begin_write(asking, binding, answers, std::move(about));
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
            replies_.refuse(asking, formed.error());
        }
        return std::nullopt;
    }
    auto caller = caller_allowed(*claims, method);
    if (caller) return *std::move(caller);
    replies_.refuse(asking, caller.error());
    return std::nullopt;
}

Result<void> Host::welcome(const Caller& caller) const {
    if (served_.admit == nullptr) return {};
    return served_.admit(served_.answers, caller, store().read());
}

// Whoever is not welcome any more has nothing done; but what was done for them, and perhaps ended
// their own session, they may hear of again.
void Host::answer_unwelcome(const Asking& asking, const Binding& binding,
                            const Circumstances& about, const Error& why) {
    if (binding.write != nullptr) {
        const auto key = KeptKey::of(asking.request, *binding.method, about, document_);
        const auto kept = key && *key ? find_kept_answer(store().read(), **key) : std::nullopt;
        if (kept && *kept) return replies_.answer(asking, **kept);
    }
    replies_.refuse(asking, why);
}

// The signature is checked in the pool; then the frame is looked at again and finds its token
// cached.
void Host::verify_then_repeat(const Asking& asking) {
    auto presence = under_way_.enter(asking.frame.size());
    if (!presence) return replies_.refuse(asking, too_much_is_waiting());
    const bool taken = verifiers_.submit([this, presence = std::move(presence),
                                          ticket = asking.ticket, id = asking.request.id.text(),
                                          token = asking.request.auth->text(),
                                          frame = std::string(asking.frame)] {
        auto claims = verify(token);
        parts_.server.post([this, presence, ticket, id, token, frame, claims = std::move(claims)] {
            if (!claims) return replies_.send(ticket, api::encode_error(id, claims.error()));
            authority_.remember(token, *claims);
            handle(ticket, frame);
        });
    });
    if (!taken) replies_.refuse(asking, too_much_is_waiting());
}

// Asking for keys may fail as anything may that needs sockets and a store.
Result<auth::Claims> Host::verify(const std::string& token) {
    if (stopping_) return refuse(daemon_is_stopping());
    try {
        return authority_.verify(token, parts_.clock.now());
    } catch (const std::exception& failure) {
        log().error("verification.failed", {{"why", failure.what()}});
        return refuse(internal_error());
    }
}

void Host::answer_read(const Asking& asking, const Binding& binding, const void* answers,
                       Circumstances about) {
    std::optional<Circumstances> again;
    if (binding.elsewhere != nullptr) again = about;
    frame_.clear();
    api::begin_result(frame_, asking.request.id.text());
    const store::ReadTxn txn = store().read();
    const auto done = binding.read(answers, document_, std::move(about), txn, frame_);
    if (done) {
        api::end_result(frame_);
        return replies_.send(asking.ticket, frame_);
    }
    if (done.error().kind != ErrorKind::not_found || !again) {
        return replies_.refuse(asking, done.error());
    }
    auto ask = binding.elsewhere(answers, document_, *std::move(again));
    if (!ask) return replies_.refuse(asking, ask.error());
    ask_elsewhere(asking, *std::move(ask));
}

void Host::ask_elsewhere(const Asking& asking, Elsewhere ask) {
    auto presence = under_way_.enter(asking.frame.size());
    if (!presence || asked_elsewhere_ == most_asked_elsewhere) {
        return replies_.refuse(asking, too_much_is_waiting());
    }
    const bool taken = writes_.pool().submit(
        [this, presence = std::move(presence), ticket = asking.ticket,
         id = asking.request.id.text(), deadline = Deadline(asking.request), ask = std::move(ask)] {
            const auto answer = hear(ask, deadline);
            parts_.server.post([this, presence, ticket, frame = frame_of(id, answer)] {
                --asked_elsewhere_;
                replies_.send(ticket, frame);
            });
        });
    if (!taken) return replies_.refuse(asking, too_much_is_waiting());
    ++asked_elsewhere_;
}

Result<std::string> Host::hear(const Elsewhere& ask, const Deadline& deadline) {
    if (stopping_) return refuse(daemon_is_stopping());
    if (const auto in_time = deadline.check(); !in_time) return refuse(in_time.error());
    try {
        return ask();
    } catch (const std::exception& failure) {
        log().error("request.failed", {{"why", failure.what()}});
        return refuse(internal_error());
    }
}

// A repeat of what was done is answered before anything else could refuse it: a full disk or a full
// queue says nothing of the first attempt.
void Host::begin_write(const Asking& asking, const Binding& binding, const void* answers,
                       Circumstances about) {
    auto key = KeptKey::of(asking.request, *binding.method, about, document_);
    if (!key) return replies_.refuse(asking, key.error());
    if (*key) {
        const auto kept = find_kept_answer(store().read(), **key);
        if (kept && *kept) return replies_.answer(asking, **kept);
        if (kept) return replies_.refuse(asking, kept->error());
    }
    auto call = binding.write(answers, document_, std::move(about));
    if (!call) return replies_.refuse(asking, call.error());
    writes_.begin(asking, *std::move(call), *std::move(key));
}

outbox::Surroundings surroundings(const Host& host) {
    const Host::Parts& parts = host.parts();
    return {.store = parts.store,
            .context = parts.context,
            .sockets = parts.sockets,
            .clock = parts.clock,
            .random = parts.random,
            .notice = [&log = parts.log](outbox::NoticeLevel level, std::string_view event,
                                         std::string_view detail) {
                const Log::Fields fields{{"detail", detail}};
                if (level == outbox::NoticeLevel::warning) return log.warn(event, fields);
                log.info(event, fields);
            }};
}

}  // namespace palette::service
