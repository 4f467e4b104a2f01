// How the compiler tells which members of a description are required.
//
// A member that C++ lets you leave out can be left out on the wire. Unset converts to every value
// type, so the fewest initializers that a struct takes are its required members (which come first),
// and the most are all of them.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace palette::api {

// At most this many members a struct; more is a sign that it says two things.
inline constexpr std::size_t most_members = 64;

// What a value type without a default constructor is made from before it is read. Only Unset and
// the reader use it: such a value is not valid until it has been assigned.
struct Blank {};

template <class T>
constexpr T blank();

struct Unset {
    template <class V>
    constexpr operator V() const {  // NOLINT(google-explicit-constructor): converting is its job
        if constexpr (std::is_constructible_v<V, Blank>) {
            return V(Blank{});
        } else if constexpr (requires { V{}; }) {
            return V{};
        } else {
            return blank<V>();
        }
    }
};

template <class T, std::size_t... i>
consteval bool takes(std::index_sequence<i...>) {
    return requires { T{(static_cast<void>(i), Unset{})...}; };
}

// The number of required members.
template <class T, std::size_t n = 0>
consteval std::size_t fewest_initializers() {
    if constexpr (takes<T>(std::make_index_sequence<n>{})) {
        return n;
    } else if constexpr (n < most_members) {
        return fewest_initializers<T, n + 1>();
    } else {
        static_assert(n < most_members, "too many members, or one of a type that does not travel");
        return n;
    }
}

// The number of all members: from the fewest on, until one more is refused.
template <class T, std::size_t n = fewest_initializers<T>()>
consteval std::size_t most_initializers() {
    if constexpr (n < most_members && takes<T>(std::make_index_sequence<n + 1>{})) {
        return most_initializers<T, n + 1>();
    } else {
        return n;
    }
}

template <class T, std::size_t... i>
constexpr T blank_of(std::index_sequence<i...>) {
    return T{(static_cast<void>(i), Unset{})...};
}

// A T whose optional members have their defaults and whose required ones are blank.
template <class T>
constexpr T blank() {
    return blank_of<T>(std::make_index_sequence<fewest_initializers<T>()>{});
}

}  // namespace palette::api
