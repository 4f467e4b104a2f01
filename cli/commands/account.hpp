// Accounts and sessions.
#pragma once

#include "api/session.hpp"
#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"
#include "cli/render/user.hpp"

namespace palette::cli {

struct Register {
    api::Username name;
    bool password_stdin = false;
    std::optional<Path> password_file{};

    static constexpr std::string_view name_of_shape = "Register";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Register::name>("The name in references, for good"),
            field<&Register::password_stdin>("Read the password from stdin"),
            field<&Register::password_file>("Read the password from this file"),
        };
    }
    static constexpr Command command{
        .path = "register",
        .summary = "Open an account and sign in",
        .examples = {{{"register alice", "Asks for a password"},
                      {"register bob --password-stdin < password.txt", "For scripts"}}},
        .positional = {"name"},
        .prints = &printed_user,
        .asks_secret = true,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct Login {
    api::Username name;
    bool password_stdin = false;
    std::optional<Path> password_file{};

    static constexpr std::string_view name_of_shape = "Login";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Login::name>("Who"),
            field<&Login::password_stdin>("Read the password from stdin"),
            field<&Login::password_file>("Read the password from this file"),
        };
    }
    static constexpr Command command{
        .path = "login",
        .summary = "Sign in",
        .examples = {{{"login alice", "Asks for the password"},
                      {"login alice --password-file ~/.secret", "For scripts"}}},
        .positional = {"name"},
        .prints = &printed_user,
        .asks_secret = true,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct Logout {
    bool all = false;

    static constexpr std::string_view name_of_shape = "Logout";
    static constexpr auto fields() {
        return std::array{
            api::field<&Logout::all>("Every session of this person, on other machines too"),
        };
    }
    static constexpr Command command{
        .path = "logout",
        .summary = "Sign out",
        .examples = {{{"logout", "Ends the session of whoever signed in last"},
                      {"logout --all --as alice", "Ends all of alice's"}}},
        .prints = &printed_changed,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct Whoami {
    static constexpr std::string_view name_of_shape = "Whoami";
    static constexpr std::array<api::Member, 0> fields() { return {}; }
    static constexpr Command command{
        .path = "whoami",
        .summary = "Say who is signed in",
        .examples = {{{"whoami", "Whoever signed in last"},
                      {"whoami --as alice --json", "Says when the token ends, too"}}},
        .prints = &printed_me,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
