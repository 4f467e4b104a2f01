// From C++ types to shapes: shape_of<V> for every value type, and field<&T::member>(help) for the
// rows of a struct's fields().
//
// Value types are: Text<rule>, Whole<rule>, Decimal<rule>, bool, Timestamp, Uuid, HexColor, enums
// with a ChoiceRule, List<...>, Json, Later, Encoded<T>, std::optional of these as a member, and
// structs with fields(). To add a family, write a struct like those of leaves.hpp and
// containers.hpp and a line in make_shape.
#pragma once

#include "api/containers.hpp"
#include "api/field.hpp"
#include "api/leaves.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace palette::api {

template <class V>
inline constexpr bool is_text = requires { V::the_rule().accepts; };
template <class V>
inline constexpr bool is_whole = requires(const V v) { v.number(); };
template <class V>
inline constexpr bool is_decimal = requires(const V v) { v.hundredths(); };
template <class V>
inline constexpr bool is_list = requires {
    typename V::element_type;
    V::fewest;
};
template <class V>
inline constexpr bool is_encoded = requires(const V v) {
    typename V::value_type;
    v.json();
};

template <class V>
consteval Shape make_shape() {
    if constexpr (is_text<V>) {
        return AsText<V>::shape();
    } else if constexpr (is_whole<V>) {
        return AsWhole<V>::shape();
    } else if constexpr (is_decimal<V>) {
        return AsDecimal<V>::shape();
    } else if constexpr (std::is_same_v<V, bool>) {
        return AsFlag::shape();
    } else if constexpr (Choice<V>) {
        return AsChoice<V>::shape();
    } else if constexpr (std::is_same_v<V, Json>) {
        return AsJson::shape();
    } else if constexpr (std::is_same_v<V, Later>) {
        return AsLater::shape();
    } else if constexpr (is_list<V>) {
        return AsList<V>::shape();
    } else if constexpr (is_encoded<V>) {
        return AsEncoded<V>::shape();
    } else if constexpr (Described<V>) {
        return AsObject<V>::shape();
    } else if constexpr (requires { Scalar<V>::meaning; }) {
        return AsScalar<V>::shape();
    } else {
        static_assert(is_text<V>, "this type does not travel: give it a rule (see describe.hpp)");
        return {};
    }
}

}  // namespace palette::api
