#include "cli/context.hpp"

#include "api/secrets.hpp"
#include "cli/family/family.hpp"
#include "rpc/socket.hpp"
#include "term/relative_time.hpp"
#include "term/safe_text.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <system_error>

namespace palette::cli {

struct Context::Wire {
    rpc::Context messaging;
    rpc::SocketFolder sockets;
    rpc::Client client;

    Wire(const std::filesystem::path& run, Random& random)
        : sockets(run), client(messaging, sockets, random) {}
};

namespace {

// While a supervisor runs, a daemon that died is soon back: whoever types a command just then need
// not know. What is refused as unavailable was not done.
constexpr std::chrono::milliseconds longest_comeback{1'000};
constexpr std::chrono::milliseconds look_again{50};

}  // namespace

Context::Context(GlobalOptions options, Environment environment, Preferences preferences)
    : options_(std::move(options)),
      environment_(std::move(environment)),
      preferences_(std::move(preferences)),
      out_terminal_(term::terminal_of(color_mode(options_.color),
                                      term::surroundings_of(STDOUT_FILENO, environment_))),
      err_terminal_(term::terminal_of(color_mode(options_.color),
                                      term::surroundings_of(STDERR_FILENO, environment_))),
      out_(stdout, layout_of(options_, out_terminal_)) {}

Context::~Context() = default;

View Context::view() const {
    const auto manner = options_.plain ? term::Manner::plain : term::Manner::drawn;
    return {term::Painter(out_terminal_.depth, manner), out_terminal_.columns, clock_.now()};
}

const Home& Context::home() {
    if (!home_) home_ = std::make_unique<Home>(Home::from(environment_));
    return *home_;
}

const Sessions& Context::sessions() {
    if (!sessions_) sessions_ = std::make_unique<Sessions>(home().state / "sessions");
    return *sessions_;
}

const Credentials& Context::credentials() {
    if (!credentials_) {
        credentials_ = std::make_unique<Credentials>(sessions(), environment_, session_wanted(),
                                                     clock_, random_);
    }
    return *credentials_;
}

std::optional<api::Username> Context::session_wanted() const {
    if (options_.as || environment_(as_variable)) return options_.as;
    return preferences_.settings.as;
}

bool Context::tells_json() const {
    return out_.layout() == Layout::json || out_.layout() == Layout::jsonl;
}

void Context::note(std::string_view line) const {
    if (options_.quiet || tells_json()) return;
    static_cast<void>(std::fprintf(stderr, "palettectl: %s\n", term::safe_line(line).c_str()));
}

void Context::advise(std::string_view line) const {
    if (err_terminal_.is_terminal) note(line);
}

void Context::remark(std::string_view line) const {
    if (options_.verbose) note(line);
}

Result<Context::Wire*> Context::wire() {
    if (wire_) return wire_.get();
    // The folder is made when a family is first started.
    if (!std::filesystem::is_directory(home().run)) {
        return refuse(ErrorKind::unavailable, "", "no family was started here yet",
                      "palettectl up");
    }
    wire_ = std::make_unique<Wire>(home().run, random_);
    return wire_.get();
}

Result<rpc::Client*> Context::client() {
    return wire().map([](Wire* wire) { return &wire->client; });
}
Result<rpc::SocketFolder*> Context::sockets() {
    return wire().map([](Wire* wire) { return &wire->sockets; });
}
Result<rpc::Context*> Context::messaging() {
    return wire().map([](Wire* wire) { return &wire->messaging; });
}

Result<rpc::CallOptions> Context::options_for(const api::Method& method) {
    rpc::CallOptions options{.timeout = options_.timeout.length};
    if (method.effect == api::Effect::write && options_.key) options.key = options_.key->id;
    if (method.access == api::Access::anyone) return options;
    auto token = credentials().token(
        [&](const api::RefreshSession& asked, const Uuid& key) -> Result<api::Session> {
            const auto paletted = client();
            if (!paletted) return refuse(paletted.error());
            return (*paletted)->call(asked, {.timeout = options_.timeout.length, .key = key});
        },
        options_.timeout.length);
    if (token) {
        options.auth = *std::move(token);
        return options;
    }
    // What is public can be read by a visitor, also by one whose session has ended, or cannot be
    // renewed because nobody is there to do it.
    const bool no_session = token.error().kind == ErrorKind::unauthenticated ||
                            token.error().kind == ErrorKind::unavailable;
    const bool may_visit = method.access == api::Access::visitor && no_session && !options_.as;
    if (!may_visit) return refuse(std::move(token.error()));
    remark(token.error().message + ": asking as a visitor");
    return options;
}

Uuid Context::new_key() {
    return make_uuid7(clock_.now(), random_);
}

std::string Context::principal() {
    if (credentials().given_by_environment()) return {};
    const auto who = credentials().who();
    return who && *who ? (*who)->text() : std::string();
}

Result<std::string> Context::ask(rpc::Asked asked) {
    const api::Method& method = *asked.method->facts;
    auto options = options_for(method);
    if (!options) return refuse(std::move(options.error()));
    asked.options = *std::move(options);
    // A method without a principal proves itself again when it is repeated; a repeatable one may be
    // repeated under any key.
    const bool is_keyed = method.effect == api::Effect::write &&
                          method.access == api::Access::user && !method.repeatable;
    return is_keyed ? ask_under_key(std::move(asked)) : ask_once(std::move(asked));
}

Result<std::string> Context::ask_once(rpc::Asked asked) {
    using Moment = std::chrono::steady_clock;
    const auto daemons = client();
    if (!daemons) return refuse(daemons.error());
    const auto until = Moment::now() + std::min(options_.timeout.length, longest_comeback);
    auto answer = (*daemons)->ask(asked);
    while (!answer && answer.error().kind == ErrorKind::unavailable && Moment::now() < until &&
           family_pid(home())) {
        ::poll(nullptr, 0, static_cast<int>(look_again.count()));
        answer = (*daemons)->ask(asked);
    }
    return answer;
}

// A key that is given goes before one that was left.
std::optional<PendingAttempt> Context::attempt_at(const PendingWrite& write,
                                                  const std::optional<Uuid>& given) {
    try {
        const PendingKeys pending(home().state / "pending");
        auto left = given ? std::nullopt : pending.take_up(write, clock_.now());
        if (!left) return pending.begin(write, given ? *given : new_key(), clock_.now());
        note("taking up the same command of " +
             term::relative_time(*made_at(left->key()), clock_.now()) +
             ", whose outcome stayed unknown, under its key " + to_string(left->key()));
        return left;
    } catch (const std::system_error& failure) {
        // The write itself may well succeed; its key is shown should its outcome stay unknown.
        remark(std::string("its key cannot be kept: ") + failure.what());
        return std::nullopt;
    }
}

Result<std::string> Context::ask_under_key(rpc::Asked asked) {
    // Nothing is left behind by a command that could not send anything.
    if (const auto daemons = client(); !daemons) return refuse(daemons.error());
    const std::string who = principal();
    const std::string params = api::without_secrets(*asked.method->params, asked.params);
    const PendingWrite write{who, asked.method->facts->name, params};
    const auto attempt = attempt_at(write, asked.options.key);
    const Uuid key = attempt ? attempt->key() : asked.options.key.value_or(new_key());
    asked.options.key = key;
    auto answer = ask_once(std::move(asked));
    if (!answer && answer.error().kind == ErrorKind::outcome_unknown) {
        answer.error().hint =
            std::string(attempt ? "the same command again takes it up, as does --key "
                                : "repeat it with --key ") +
            to_string(key);
    } else if (attempt &&
               (!attempt->is_repeat() || answer || rpc::tells_outcome(answer.error().kind))) {
        attempt->settle();
    }
    return answer;
}

}  // namespace palette::cli
