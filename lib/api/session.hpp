// Sessions: signing in, staying in, and out; the methods of paletted for it, and the event that
// tells the others that a session's tokens are no good any more.
#pragma once

#include "api/user.hpp"

namespace palette::api {

inline constexpr TextRule session_name_rule{"SessionName",
                                            "a session or a token, 32 hex digits",
                                            "0123456789abcdef0123456789abcdef",
                                            32,
                                            32,
                                            letters::hex,
                                            "^[0-9a-f]{32}$"};
using SessionName = Text<session_name_rule>;

// What signing in gives. The tokens are secrets: no log, store or argument ever holds them.
struct Session {
    User user;
    Token access_token;
    Token refresh_token;
    Timestamp expires_at{};

    static constexpr std::string_view name_of_shape = "Session";
    static constexpr auto fields() {
        return std::array{
            field<&Session::user>("Who signed in"),
            field<&Session::access_token>("Goes with each request"),
            field<&Session::refresh_token>("Good once, for the next session.refresh"),
            field<&Session::expires_at>("When the access token ends"),
        };
    }
};

struct RegisterUser {
    Username username;
    SecretText password;

    static constexpr std::string_view name_of_shape = "RegisterUser";
    static constexpr auto fields() {
        return std::array{
            field<&RegisterUser::username>("The name in references, for good"),
            field<&RegisterUser::password>("8 to 1,024 bytes, none of the most common"),
        };
    }
    using Result = Session;
    static constexpr Method method{
        .name = "user.register",
        .summary = "Open an account and sign in",
        .effect = Effect::write,
        .errors = {ErrorKind::already_exists},
        .command = "register",
        .route = "POST /users/register",
    };
};

struct LogIn {
    Username username;
    SecretText password;

    static constexpr std::string_view name_of_shape = "LogIn";
    static constexpr auto fields() {
        return std::array{
            field<&LogIn::username>("Who"),
            field<&LogIn::password>("Their password"),
        };
    }
    using Result = Session;
    static constexpr Method method{
        .name = "session.begin",
        .summary = "Sign in",
        .effect = Effect::write,
        .command = "login",
        .route = "POST /users/login",
    };
};

struct RefreshSession {
    Token refresh_token;

    static constexpr std::string_view name_of_shape = "RefreshSession";
    static constexpr auto fields() {
        return std::array{
            field<&RefreshSession::refresh_token>("The last one given; each is good once"),
        };
    }
    using Result = Session;
    static constexpr Method method{
        .name = "session.refresh",
        .summary = "Get fresh tokens; one used twice ends the session",
        .effect = Effect::write,
    };
};

struct LogOut {
    bool all = false;
    std::optional<SessionName> id{};

    static constexpr std::string_view name_of_shape = "LogOut";
    static constexpr auto fields() {
        return std::array{
            field<&LogOut::all>("Every session of this person, not only this one"),
            field<&LogOut::id>("That session of theirs instead of this one"),
        };
    }
    using Result = Changed;
    static constexpr Method method{
        .name = "session.end",
        .summary = "Sign out",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::own,
        .repeatable = true,
        .command = "logout",
    };
};

inline constexpr std::int64_t most_sessions_a_person = 100;

struct SessionInfo {
    SessionName id;
    Timestamp created_at{};
    Timestamp refreshed_at{};
    bool current = false;

    static constexpr std::string_view name_of_shape = "SessionInfo";
    static constexpr auto fields() {
        return std::array{
            field<&SessionInfo::id>("Its name, for session.end"),
            field<&SessionInfo::created_at>("When they signed in"),
            field<&SessionInfo::refreshed_at>("When its tokens were last replaced"),
            field<&SessionInfo::current>("Whether it is the one that asks"),
        };
    }
};

struct SessionInfos {
    List<SessionInfo, 0, most_sessions_a_person> items{};

    static constexpr std::string_view name_of_shape = "SessionInfos";
    static constexpr auto fields() {
        return std::array{field<&SessionInfos::items>("Sessions, the newest first")};
    }
};

struct ListSessions {
    static constexpr std::string_view name_of_shape = "ListSessions";
    static constexpr std::array<Member, 0> fields() { return {}; }
    using Result = SessionInfos;
    static constexpr Method method{
        .name = "session.list",
        .summary = "List one's own sessions",
        .access = Access::user,
        .scope = Scope::own,
        .command = "session list",
    };
};

inline constexpr TextRule key_text_rule{
    "KeyText",
    "a public key, 64 hex digits",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f7075"
    "11a",
    64,
    64,
    letters::hex,
    "^[0-9a-f]{64}$"};
using KeyText = Text<key_text_rule>;

struct PublicKey {
    Word key_id;
    KeyText key;

    static constexpr std::string_view name_of_shape = "PublicKey";
    static constexpr auto fields() {
        return std::array{
            field<&PublicKey::key_id>("As `kid` in a token's header"),
            field<&PublicKey::key>("Ed25519, in hex"),
        };
    }
};

struct PublicKeys {
    List<PublicKey, 0, 8> items{};

    static constexpr std::string_view name_of_shape = "PublicKeys";
    static constexpr auto fields() {
        return std::array{field<&PublicKeys::items>("Keys that tokens may be signed with")};
    }
    // For daemons: these and no others from now on.
    static constexpr EventType event{"keys.changed", users_topic,
                                     "Tokens are signed with other keys"};
};

struct ListKeys {
    static constexpr std::string_view name_of_shape = "ListKeys";
    static constexpr std::array<Member, 0> fields() { return {}; }
    using Result = PublicKeys;
    static constexpr Method method{
        .name = "key.list",
        .summary = "The public keys that verify access tokens",
        .socket = Socket::sibling,
    };
};

// For daemons: no token of it is good any more. After `until` none would be anyway.
struct SessionEnded {
    SessionName session_id;
    Timestamp until{};

    static constexpr std::string_view name_of_shape = "SessionEnded";
    static constexpr auto fields() {
        return std::array{
            field<&SessionEnded::session_id>("As `sid` in its tokens"),
            field<&SessionEnded::until>("When the last of its tokens ends by itself"),
        };
    }
    static constexpr EventType event{"session.ended", users_topic, "A session was ended"};
};

}  // namespace palette::api
