// Methods: the facts that types cannot tell, and the lists that make a daemon's API of them.
#pragma once

#include "api/describe.hpp"
#include "base/result.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace palette::api {

enum class Effect : std::uint8_t {
    read,   // answered from a snapshot; how many rows it visits is bounded
    write,  // answered once it is durable
};
inline constexpr std::array<std::string_view, 2> effect_words{"read", "write"};
constexpr ChoiceRule choice_rule(Effect) {
    return {"Effect", "whether it changes anything", effect_words};
}

// Who may call it.
enum class Access : std::uint8_t {
    anyone,   // no token needed, none looked at
    visitor,  // no token needed; one that is given must be good
    user,     // a good token
};
inline constexpr std::array<std::string_view, 3> access_words{"anyone", "visitor", "user"};
constexpr ChoiceRule choice_rule(Access) {
    return {"Access", "who may call it", access_words};
}

// The socket it exists on: clients meet people, siblings only other daemons.
enum class Socket : std::uint8_t { client, sibling, both };
inline constexpr std::array<std::string_view, 3> socket_words{"client", "sibling", "both"};
constexpr ChoiceRule choice_rule(Socket) {
    return {"Socket", "where it can be called", socket_words};
}

// What a token must allow. `own` is for what only a person's own session may do.
enum class Scope : std::uint8_t { none, palettes_write, likes_write, chat_write, own };

inline constexpr std::array<std::string_view, 5> scope_words{"", "palettes:write", "likes:write",
                                                             "chat:write", "own"};
constexpr ChoiceRule choice_rule(Scope) {
    return {"Scope", "what its token must allow", scope_words};
}

// The kinds of error that any method may answer with.
inline constexpr std::array universal_kinds{
    ErrorKind::invalid_argument,   ErrorKind::unauthenticated, ErrorKind::permission_denied,
    ErrorKind::resource_exhausted, ErrorKind::unavailable,     ErrorKind::deadline_exceeded,
    ErrorKind::internal,
};

// The kinds that a method names beyond those.
struct ErrorKinds {
    static constexpr std::size_t most = 4;
    std::array<ErrorKind, most> kinds{};
    std::size_t count = 0;

    constexpr ErrorKinds() = default;
    constexpr ErrorKinds(std::initializer_list<ErrorKind> named) {
        for (const ErrorKind kind : named)
            kinds[count++] = kind;
    }
    [[nodiscard]] constexpr bool has(ErrorKind kind) const {
        for (std::size_t i = 0; i < count; ++i) {
            if (kinds[i] == kind) return true;
        }
        return false;
    }
};

struct Method {
    std::string_view name;     // "palette.create"
    std::string_view summary;  // one line, for help and documents
    Effect effect = Effect::read;
    Access access = Access::anyone;
    Scope scope = Scope::none;
    Socket socket = Socket::client;
    // Running it twice is the same as running it once, so a client may repeat it unasked.
    bool repeatable = false;
    // Its secrets prove who asks and say nothing of what is asked: a repeat under its key gets the
    // first answer whatever they are.
    bool secrets_prove = false;
    ErrorKinds errors{};
    std::string_view command{};  // "palette create"
    std::string_view route{};    // "POST /palettes"
    std::string_view since = "0.1";
};

// What a method is, with no C++ type named.
struct MethodRow {
    const Method* facts;
    const Shape* params;
    const Shape* result;
};

template <class M>
inline constexpr MethodRow row_of{&M::method, &shape_of<M>, &shape_of<typename M::Result>};

// The methods of one daemon, sorted by name.
template <class... Methods>
struct MethodList {
    static constexpr std::array<const MethodRow*, sizeof...(Methods)> rows{&row_of<Methods>...};

    template <class M>
    static constexpr bool has = (std::is_same_v<M, Methods> || ...);

    static consteval bool sorted() {
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (rows[i]->facts->name <= rows[i - 1]->facts->name) return false;
        }
        return true;
    }
};

}  // namespace palette::api
