#include "cli/commands/user.hpp"

#include "cli/input/secret.hpp"
#include "cli/render/print.hpp"
#include "cli/render/user.hpp"

namespace palette::cli {

namespace {

template <class C>
SecretSource source_of(const C& command, const Context& context) {
    using Prompt = SecretSource::Prompt;
    return {.from_stdin = command.password_stdin,
            .file = command.password_file,
            .prompt = context.options().no_input ? Prompt::never : Prompt::once};
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
    const auto gone = context.call(api::DeleteUser{.password = *std::move(password)});
    if (!gone) return refuse(gone.error());
    const auto who = context.credentials().who();
    if (!context.credentials().given_by_environment() && who && *who) {
        context.sessions().end(**who);
    }
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
