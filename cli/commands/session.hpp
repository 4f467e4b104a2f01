// Sessions on all machines, and tokens for programs.
#pragma once

#include "api/token.hpp"
#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"
#include "cli/render/session.hpp"
#include "cli/render/user.hpp"

namespace palette::cli {

struct SessionList {
    static constexpr std::string_view name_of_shape = "SessionList";
    static constexpr std::array<api::Member, 0> fields() { return {}; }
    static constexpr Command command{
        .path = "session list",
        .summary = "List your sessions on all machines, newest first",
        .examples = {{{"session list", "The one you are in is marked"},
                      {"session list --json", "For programs"}}},
        .prints = &printed_sessions,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct SessionEnd {
    api::SessionName id;

    static constexpr std::string_view name_of_shape = "SessionEnd";
    static constexpr auto fields() {
        return std::array{api::field<&SessionEnd::id>("As session list shows it")};
    }
    static constexpr Command command{
        .path = "session end",
        .summary = "End a session of yours, wherever it is",
        .examples = {{{"session end 000102030405060708090a0b0c0d0e0f",
                       "What was lost with a machine"},
                      {"session end 000102030405060708090a0b0c0d0e0f --quiet", "Without a word"}}},
        .positional = {"id"},
        .prints = &printed_changed,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct TokenCreate {
    api::TokenScopes scope;
    api::DisplayName name{""};
    Duration expires{std::chrono::hours(30 * 24)};

    static constexpr std::string_view name_of_shape = "TokenCreate";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&TokenCreate::scope>("What it allows; may be repeated"),
            field<&TokenCreate::name>("What it is for"),
            field<&TokenCreate::expires>("How long it is good, 366d at most"),
        };
    }
    static constexpr Command command{
        .path = "token create",
        .summary = "Make a token for a program; it is shown this once",
        .examples = {{{"token create --scope read --name ci --expires 30d",
                       "A program gives it as PALETTECTL_TOKEN"},
                      {"token create --scope palettes:write --scope likes:write --json",
                       "One that may change something"}}},
        .prints = &printed_new_token,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct TokenList {
    static constexpr std::string_view name_of_shape = "TokenList";
    static constexpr std::array<api::Member, 0> fields() { return {}; }
    static constexpr Command command{
        .path = "token list",
        .summary = "List your tokens that are good, newest first",
        .examples = {{{"token list", "What they are for, and when they end"},
                      {"token list --json", "For programs"}}},
        .prints = &printed_tokens,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct TokenRevoke {
    api::SessionName id;

    static constexpr std::string_view name_of_shape = "TokenRevoke";
    static constexpr auto fields() {
        return std::array{api::field<&TokenRevoke::id>("As token list shows it")};
    }
    static constexpr Command command{
        .path = "token revoke",
        .summary = "End a token of yours at once",
        .examples = {{{"token revoke 000102030405060708090a0b0c0d0e0f", "By its id"},
                      {"token revoke 000102030405060708090a0b0c0d0e0f --json",
                       "Says whether it was good"}}},
        .positional = {"id"},
        .prints = &printed_changed,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
