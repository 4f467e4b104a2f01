#include "cli/commands/session.hpp"

#include "cli/render/print.hpp"
#include "cli/render/session.hpp"
#include "cli/render/user.hpp"

namespace palette::cli {

namespace {

template <class M>
Result<Exit> change(Context& context, const M& asked) {
    const auto changed = context.call(asked);
    if (!changed) return refuse(changed.error());
    confirm(context, *changed);
    return Exit::done;
}

}  // namespace

Result<Exit> SessionList::run(Context& context) const {
    const auto sessions = context.call(api::ListSessions{});
    if (!sessions) return refuse(sessions.error());
    print_page(context, *sessions, "you have no session: palettectl login NAME");
    return Exit::done;
}

Result<Exit> SessionEnd::run(Context& context) const {
    return change(context, api::LogOut{.id = id});
}

Result<Exit> TokenCreate::run(Context& context) const {
    const auto life = api::TokenLife::from(
        std::chrono::duration_cast<std::chrono::seconds>(expires.length).count());
    if (!life) {
        return refuse(ErrorKind::invalid_argument, "expires",
                      "--expires: expected a length of time from 1m to 366d");
    }
    const auto made =
        context.call(api::CreateToken{.scopes = scope, .name = name, .life_s = *life});
    if (!made) return refuse(made.error());
    // Also under --quiet: nobody can ask for it again.
    print(context, *made);
    return Exit::done;
}

Result<Exit> TokenList::run(Context& context) const {
    const auto tokens = context.call(api::ListTokens{});
    if (!tokens) return refuse(tokens.error());
    print_page(context, *tokens, "you have no tokens: palettectl token create --scope read");
    return Exit::done;
}

Result<Exit> TokenRevoke::run(Context& context) const {
    return change(context, api::RevokeToken{.id = id});
}

}  // namespace palette::cli
