// What a command is given: its options, its place on the machine, where to print, and the daemons.
//
// Nothing is opened before it is needed: help touches no file, and ZeroMQ starts with the first
// question. One thread.
#pragma once

#include "base/environment.hpp"
#include "base/home.hpp"
#include "base/random.hpp"
#include "cli/command_line/global_options.hpp"
#include "cli/config/own_settings.hpp"
#include "cli/render/output.hpp"
#include "cli/session/credentials.hpp"
#include "cli/session/pending_keys.hpp"
#include "rpc/client.hpp"

#include <memory>
#include <string>

namespace palette::cli {

class Context {
  public:
    Context(GlobalOptions options, Environment environment, Preferences preferences = {});
    ~Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    [[nodiscard]] const GlobalOptions& options() const { return options_; }
    // What its settings file says, where options and variables say nothing.
    [[nodiscard]] const Preferences& preferences() const { return preferences_; }
    // Whose session is asked for, by an option or the settings; none: PALETTECTL_AS, or the last.
    [[nodiscard]] std::optional<api::Username> session_wanted() const;
    [[nodiscard]] const Environment& environment() const { return environment_; }
    [[nodiscard]] const Clock& clock() const { return clock_; }
    [[nodiscard]] Output& out() { return out_; }
    [[nodiscard]] View view() const;
    // Of stderr: whether somebody reads notes, and how wide progress may be.
    [[nodiscard]] const term::Terminal& notes() const { return err_terminal_; }
    // Whether what is long may be shown in a pager: it needs a screen, and eyes.
    [[nodiscard]] bool has_pages() const { return out_terminal_.redraws && !options_.plain; }
    // Throws when the environment does not say where it is.
    [[nodiscard]] const Home& home();
    [[nodiscard]] const Sessions& sessions();
    [[nodiscard]] const Credentials& credentials();

    // Whether stderr is for programs too.
    [[nodiscard]] bool tells_json() const;

    // A line for people on stderr, made safe; not under --quiet, nor where stderr is for programs,
    // which find an error there or nothing.
    void note(std::string_view line) const;
    // The same, only for somebody who looks at a terminal.
    void advise(std::string_view line) const;
    // The same, only under --verbose.
    void remark(std::string_view line) const;

    // The daemons. Refused (unavailable) where no family was ever started.
    [[nodiscard]] Result<rpc::Client*> client();
    [[nodiscard]] Result<rpc::SocketFolder*> sockets();
    [[nodiscard]] Result<rpc::Context*> messaging();

    // Asks a daemon, with the token the method needs and, for a write, a key.
    template <class M>
    [[nodiscard]] Result<typename M::Result> call(const M& params) {
        const auto json = ask(rpc::Client::asked_of(params));
        if (!json) return refuse(json.error());
        auto result = api::read_json<typename M::Result>(*json, api::Unknown::ignored);
        if (!result) {
            return refuse(rpc::misread(api::daemon_of<M>(), M::method, result.error()));
        }
        return result;
    }
    // The same; the answer's JSON as the daemon sent it.
    [[nodiscard]] Result<std::string> ask(rpc::Asked asked);

    // Token and timeout of a request, as the method's access wants. Refused (unauthenticated) when
    // it needs a token and there is none.
    [[nodiscard]] Result<rpc::CallOptions> options_for(const api::Method& method);

    // For a write that may be sent more than once.
    [[nodiscard]] Uuid new_key();
    // Whose session is used, for keys; empty when it is nobody's.
    [[nodiscard]] std::string principal();

  private:
    struct Wire;

    [[nodiscard]] Result<Wire*> wire();
    [[nodiscard]] Result<std::string> ask_once(rpc::Asked asked);
    [[nodiscard]] Result<std::string> ask_under_key(rpc::Asked asked);
    // On record until its outcome is known; none when there is no room for that.
    [[nodiscard]] std::optional<PendingAttempt> attempt_at(const PendingWrite& write,
                                                           const std::optional<Uuid>& given);

    const GlobalOptions options_;
    const Environment environment_;
    const Preferences preferences_;
    SystemClock clock_;
    SystemRandom random_;
    term::Terminal out_terminal_;
    term::Terminal err_terminal_;
    Output out_;
    std::unique_ptr<Home> home_;
    std::unique_ptr<Sessions> sessions_;
    std::unique_ptr<Credentials> credentials_;
    std::unique_ptr<Wire> wire_;
};

}  // namespace palette::cli
