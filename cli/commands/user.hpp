// People and their profiles; the end of an account.
#pragma once

#include "api/user.hpp"
#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"
#include "cli/render/user.hpp"

namespace palette::cli {

struct UserShow {
    api::Username name;

    static constexpr std::string_view name_of_shape = "UserShow";
    static constexpr auto fields() { return std::array{api::field<&UserShow::name>("Who")}; }
    static constexpr Command command{
        .path = "user show",
        .summary = "Show a person's profile",
        .examples = {{{"user show bob", "Who they are, and how their palettes are rated"},
                      {"user show alice --json", "For programs"}}},
        .positional = {"name"},
        .prints = &printed_profile,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct UserEdit {
    std::optional<api::DisplayName> display_name{};
    std::optional<api::Description> bio{};

    static constexpr std::string_view name_of_shape = "UserEdit";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&UserEdit::display_name>("The name people like to read; '' takes it away"),
            field<&UserEdit::bio>("A few sentences about you; '' takes them away"),
        };
    }
    static constexpr Command command{
        .path = "user edit",
        .summary = "Change your profile",
        .examples = {{{"user edit --display-name 'Alice of the Sea'", "What is not given stays"},
                      {"user edit --bio ''", "Without a word about you"}}},
        .prints = &printed_profile,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct UserDelete {
    bool password_stdin = false;
    std::optional<Path> password_file{};

    static constexpr std::string_view name_of_shape = "UserDelete";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&UserDelete::password_stdin>("Read the password from stdin"),
            field<&UserDelete::password_file>("Read the password from this file"),
        };
    }
    static constexpr Command command{
        .path = "user delete",
        .summary = "Close your account and delete all that is in it; nothing brings it back",
        .examples = {{{"user delete --as bob --password-file ~/.secret", "For scripts"},
                      {"user delete", "Asks for the password once more"}}},
        .prints = &printed_changed,
        .asks_secret = true,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct Passwd {
    bool password_stdin = false;
    std::optional<Path> password_file{};

    static constexpr std::string_view name_of_shape = "Passwd";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Passwd::password_stdin>("Read the old and the new password from stdin, a line "
                                           "each"),
            field<&Passwd::password_file>("Read both from this file, a line each"),
        };
    }
    static constexpr Command command{
        .path = "passwd",
        .summary = "Change your password; your other sessions end",
        .examples = {{{"passwd", "Asks for the old one, and for the new one twice"},
                      {"passwd --as alice", "Of whom you name"}}},
        .prints = &printed_changed,
        .asks_secret = true,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
