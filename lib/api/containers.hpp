// The families of values that hold others: lists, objects, and values that are encoded already.
// An object's rows are marked required here (unset.hpp says how that is known).
#pragma once

#include "api/encoded.hpp"
#include "api/list.hpp"
#include "api/shape.hpp"
#include "api/unset.hpp"

namespace palette::api {

// Defined in describe.hpp, which knows all families.
template <class V>
consteval Shape make_shape();

template <class V>
inline constexpr Shape shape_of = make_shape<V>();

template <class V>
struct AsList {
    static void* grow(void* list) { return &static_cast<V*>(list)->grow(); }
    static std::size_t count(const void* list) { return static_cast<const V*>(list)->size(); }
    static const void* at(const void* list, std::size_t index) {
        return &(*static_cast<const V*>(list))[index];
    }
    static consteval Shape shape() {
        return {.kind = Kind::list,
                .name = "List",
                .meaning = shape_of<typename V::element_type>.meaning,
                .fewest = static_cast<std::int64_t>(V::fewest),
                .most = static_cast<std::int64_t>(V::most),
                .element = &shape_of<typename V::element_type>,
                .grow = grow,
                .count = count,
                .at = at};
    }
};

template <class T>
concept Described = requires { T::fields(); };

// The rows of T::fields(), each marked required or not by what C++ requires.
template <Described T>
consteval auto marked_members() {
    auto rows = T::fields();
    static_assert(most_initializers<T>() == rows.size(), "a row for each member, and no other");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].required = i < fewest_initializers<T>();
        // What is before a required member must be given too, which an optional need not be.
        if (rows[i].required && rows[i].optional)
            throw "optional members stand after required ones";
    }
    return rows;
}

template <Described T>
inline constexpr auto members_of = marked_members<T>();

template <class T>
struct AsObject {
    static void with_blank(void (*use)(void*, void*), void* context) {
        T object = blank<T>();
        use(&object, context);
    }
    static consteval Shape shape() {
        return {.kind = Kind::object,
                .name = T::name_of_shape,
                .members = members_of<T>,
                .with_blank = with_blank};
    }
};

// Written only: a stored T stands where a T is described.
template <class V>
struct AsEncoded {
    static void append(const void* value, std::string& json) {
        json += static_cast<const V*>(value)->json();
    }
    static consteval Shape shape() {
        return {.kind = Kind::json,
                .name = shape_of<typename V::value_type>.name,
                .meaning = "a stored value",
                .example = "{}",
                .append = append};
    }
};

}  // namespace palette::api
