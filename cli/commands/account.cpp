#include "cli/commands/account.hpp"

#include "cli/input/secret.hpp"
#include "cli/render/print.hpp"
#include "cli/render/user.hpp"

namespace palette::cli {

namespace {

template <class C>
Result<api::SecretText> password_of(const C& command, const Context& context,
                                    SecretSource::Prompt prompt) {
    return read_secret(
        "password", {.from_stdin = command.password_stdin,
                     .file = command.password_file,
                     .prompt = context.options().no_input ? SecretSource::Prompt::never : prompt});
}

template <class M>
Result<Exit> begin_session(Context& context, const M& asked) {
    const auto session = context.call(asked);
    if (!session) return refuse(session.error());
    context.sessions().begin(*session);
    confirm(context, session->user);
    return Exit::done;
}

}  // namespace

Result<Exit> Register::run(Context& context) const {
    auto password = password_of(*this, context, SecretSource::Prompt::twice);
    if (!password) return refuse(std::move(password.error()));
    return begin_session(context,
                         api::RegisterUser{.username = name, .password = *std::move(password)});
}

Result<Exit> Login::run(Context& context) const {
    auto password = password_of(*this, context, SecretSource::Prompt::once);
    if (!password) return refuse(std::move(password.error()));
    return begin_session(context, api::LogIn{.username = name, .password = *std::move(password)});
}

Result<Exit> Logout::run(Context& context) const {
    auto ended = context.call(api::LogOut{.all = all});
    if (!context.credentials().given_by_environment()) {
        const auto who = context.credentials().who();
        if (!who) return refuse(who.error());
        // What the registry no longer honors is of no use here either.
        const bool is_over = ended || ended.error().kind == ErrorKind::unauthenticated;
        const bool had_one = is_over && *who && context.sessions().end(**who);
        if (!ended && had_one) ended = api::Changed{.changed = false};
    }
    if (!ended) return refuse(std::move(ended.error()));
    confirm(context, *ended);
    return Exit::done;
}

Result<Exit> Whoami::run(Context& context) const {
    const auto me = context.call(api::WhoAmI{});
    if (!me) return refuse(me.error());
    print(context, *me);
    return Exit::done;
}

}  // namespace palette::cli
