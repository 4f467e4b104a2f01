#include "cli/commands/user.hpp"

#include "cli/input/secret.hpp"
#include "cli/render/print.hpp"
#include "cli/render/user.hpp"

#include <algorithm>
#include <chrono>

namespace palette::cli {

namespace {

// Whoever looks has waited for an answer already.
constexpr std::chrono::milliseconds longest_look{1'000};

template <class C>
SecretSource source_of(const C& command, const Context& context) {
    using Prompt = SecretSource::Prompt;
    return {.from_stdin = command.password_stdin,
            .file = command.password_file,
            .prompt = context.options().no_input ? Prompt::never : Prompt::once};
}

// Whose session, kept here, is used; none when it is nobody's, or a token of the environment is.
std::optional<api::Username> session_used(Context& context) {
    if (context.credentials().given_by_environment()) return std::nullopt;
    const auto who = context.credentials().who();
    if (!who || !*who || !context.sessions().find(**who)) return std::nullopt;
    return **who;
}

// Whether the registry says that nobody has the name: somebody had, and it is never given out
// again.
bool is_nobody(Context& context, const api::Username& name) {
    const auto daemons = context.client();
    if (!daemons) return false;
    const auto timeout = std::min(context.options().timeout.length, longest_look);
    const auto found = (*daemons)->call(api::GetUser{.name = name}, {.timeout = timeout});
    return !found && found.error().kind == ErrorKind::not_found;
}

}  // namespace

Result<Exit> UserShow::run(Context& context) const {
    const auto profile = context.call(api::GetUser{.name = name});
    if (!profile) return refuse(profile.error());
    print(context, *profile);
    return Exit::done;
}

Result<Exit> UserEdit::run(Context& context) const {
    if (!display_name && !bio) {
        return refuse(ErrorKind::invalid_argument, "", "nothing to change",
                      "give --display-name or --bio");
    }
    const auto profile = context.call(api::EditUser{.display_name = display_name, .bio = bio});
    if (!profile) return refuse(profile.error());
    confirm(context, *profile);
    return Exit::done;
}

Result<Exit> UserDelete::run(Context& context) const {
    auto password = read_secret("password", source_of(*this, context));
    if (!password) return refuse(std::move(password.error()));
    const auto whose = session_used(context);
    auto gone = context.call(api::DeleteUser{.password = *std::move(password)});
    // Its sessions end with an account: a repeat after their last token has ended is not let in.
    const bool has_ended = !gone && gone.error().kind == ErrorKind::unauthenticated;
    if (has_ended && whose && is_nobody(context, *whose)) gone = api::Changed{.changed = false};
    if (!gone) return refuse(std::move(gone.error()));
    if (whose) context.sessions().end(*whose);
    confirm(context, *gone);
    return Exit::done;
}

Result<Exit> Passwd::run(Context& context) const {
    auto both = read_replaced_secret("password", source_of(*this, context));
    if (!both) return refuse(std::move(both.error()));
    const auto changed = context.call(api::ChangePassword{.old_password = std::move(both->old),
                                                          .new_password = std::move(both->fresh)});
    if (!changed) return refuse(changed.error());
    confirm(context, *changed);
    return Exit::done;
}

}  // namespace palette::cli
