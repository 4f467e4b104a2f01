// field<&T::member>(help): a row of a struct's fields(), with the member's name taken from the
// compiler.
#pragma once

#include "api/containers.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace palette::api {

// "title" from the compiler's name of &CreatePalette::title; a keyword's trailing '_' is dropped.
template <auto member>
consteval std::string_view member_name() {
    std::string_view text = __PRETTY_FUNCTION__;
    text = text.substr(0, text.find_first_of(";]", text.find("member = ")));
    text = text.substr(text.rfind(':') + 1);
    if (text.ends_with('_')) text.remove_suffix(1);
    return text;
}

template <class T>
struct MemberPointer;
template <class Object, class Value>
struct MemberPointer<Value Object::*> {
    using object = Object;
    using value = Value;
};

template <class V>
struct Unwrapped {
    using type = V;
    static constexpr bool optional = false;
};
template <class V>
struct Unwrapped<std::optional<V>> {
    using type = V;
    static constexpr bool optional = true;
};

template <auto member>
struct Reach {
    using Object = typename MemberPointer<decltype(member)>::object;
    using Wrapped = Unwrapped<typename MemberPointer<decltype(member)>::value>;

    static void* place(void* object) {
        auto& value = static_cast<Object*>(object)->*member;
        if constexpr (Wrapped::optional) {
            if (!value) value = static_cast<typename Wrapped::type>(Unset{});
            return &*value;
        } else {
            return &value;
        }
    }
    static const void* peek(const void* object) {
        const auto& value = static_cast<const Object*>(object)->*member;
        if constexpr (Wrapped::optional) {
            return value ? &*value : nullptr;
        } else {
            return &value;
        }
    }
};

template <auto member>
[[nodiscard]] consteval Member field(std::string_view help) {
    using Its = Reach<member>;
    return {.name = member_name<member>(),
            .help = help,
            .shape = &shape_of<typename Its::Wrapped::type>,
            .optional = Its::Wrapped::optional,
            .place = Its::place,
            .peek = Its::peek};
}

// Rows that several structs share, in the order of their members.
template <std::size_t... n>
[[nodiscard]] consteval auto joined(const std::array<Member, n>&... parts) {
    std::array<Member, (n + ...)> rows;
    auto end = rows.begin();
    ((end = std::copy(parts.begin(), parts.end(), end)), ...);
    return rows;
}

}  // namespace palette::api
