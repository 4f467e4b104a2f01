// Tokens for programs: of the same form as those of a session, but with scopes of their own, a
// longer life, and no way to be renewed. The methods of paletted that keep them.
#pragma once

#include "api/session.hpp"

namespace palette::api {

// What a token allows. None allows what only a person's own session may do: passwords, profiles,
// sessions and tokens.
enum class TokenScope : std::uint8_t { read, palettes_write, likes_write, chat_write };
inline constexpr std::array<std::string_view, 4> token_scope_words{"read", "palettes:write",
                                                                   "likes:write", "chat:write"};
constexpr ChoiceRule choice_rule(TokenScope) {
    return {"TokenScope", "what it allows; all of them allow to read", token_scope_words};
}
using TokenScopes = List<TokenScope, 1, token_scope_words.size()>;

// Revoked ones count until they would have ended by themselves: so long must every daemon know
// them.
inline constexpr std::int64_t most_tokens_a_person = 100;

inline constexpr WholeRule token_life_rule{"TokenLife", "seconds, of a minute to 366 days", 86'400,
                                           60, 366LL * 86'400};
using TokenLife = Whole<token_life_rule>;

struct TokenInfo {
    SessionName id;
    DisplayName name;
    TokenScopes scopes;
    Timestamp created_at{};
    Timestamp expires_at{};

    static constexpr std::string_view name_of_shape = "TokenInfo";
    static constexpr auto fields() {
        return std::array{
            field<&TokenInfo::id>("Its name, for token.revoke"),
            field<&TokenInfo::name>("What it is for"),
            field<&TokenInfo::scopes>("What it allows"),
            field<&TokenInfo::created_at>("When it was made"),
            field<&TokenInfo::expires_at>("When it ends"),
        };
    }
};

// A token as it is shown once: the registry does not keep it.
struct NewToken {
    SessionName id;
    DisplayName name;
    TokenScopes scopes;
    Token token;
    Timestamp created_at{};
    Timestamp expires_at{};

    static constexpr std::string_view name_of_shape = "NewToken";
    static constexpr auto fields() {
        return std::array{
            field<&NewToken::id>("Its name, for token.revoke"),
            field<&NewToken::name>("What it is for"),
            field<&NewToken::scopes>("What it allows"),
            field<&NewToken::token>("Goes with each request"),
            field<&NewToken::created_at>("When it was made"),
            field<&NewToken::expires_at>("When it ends"),
        };
    }
};

// Repeated under its key it gives the same token again, made anew.
struct CreateToken {
    TokenScopes scopes;
    DisplayName name{""};
    TokenLife life_s = 30 * 86'400;

    static constexpr std::string_view name_of_shape = "CreateToken";
    static constexpr auto fields() {
        return std::array{
            field<&CreateToken::scopes>("What it allows"),
            field<&CreateToken::name>("What it is for"),
            field<&CreateToken::life_s>("How long it is good"),
        };
    }
    using Result = NewToken;
    static constexpr Method method{
        .name = "token.create",
        .summary = "Make a token for a program",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::own,
        .errors = {ErrorKind::aborted},
        .command = "token create",
    };
};

struct TokenInfos {
    List<TokenInfo, 0, most_tokens_a_person> items{};

    static constexpr std::string_view name_of_shape = "TokenInfos";
    static constexpr auto fields() {
        return std::array{field<&TokenInfos::items>("Tokens, the newest first")};
    }
};

struct ListTokens {
    static constexpr std::string_view name_of_shape = "ListTokens";
    static constexpr std::array<Member, 0> fields() { return {}; }
    using Result = TokenInfos;
    static constexpr Method method{
        .name = "token.list",
        .summary = "List one's own tokens that are good",
        .access = Access::user,
        .scope = Scope::own,
        .command = "token list",
    };
};

struct RevokeToken {
    SessionName id;

    static constexpr std::string_view name_of_shape = "RevokeToken";
    static constexpr auto fields() { return std::array{field<&RevokeToken::id>("The token")}; }
    using Result = Changed;
    static constexpr Method method{
        .name = "token.revoke",
        .summary = "End a token of one's own",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::own,
        .repeatable = true,
        .command = "token revoke",
    };
};

}  // namespace palette::api
