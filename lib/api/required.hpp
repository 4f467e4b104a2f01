// Required<V>: a value that must be given, of a type that has a default of its own.
//
// A color::Color left out would be black, and the compiler would call the member optional: a
// Required one cannot be left out, neither in C++ nor on the wire. Else it is used as the V it is.
#pragma once

#include "api/unset.hpp"

namespace palette::api {

template <class V>
struct Required : V {
    constexpr Required(V value) : V(value) {}  // NOLINT(google-explicit-constructor)
    explicit constexpr Required(Blank) : V{} {}
};

}  // namespace palette::api
