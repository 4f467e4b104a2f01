// From C++ types to shapes: shape_of<V> for every value type, and field<&T::member>(help) for the
// rows of a struct's fields().
//
// Value types are: Text<rule>, Whole<rule>, bool, Timestamp, Uuid, HexColor, enums with a
// ChoiceRule, List<...>, Json, Later, Encoded<T>, std::optional of these as a member, and structs
// with fields(). To add a family, write a struct like those below and a line in make_shape.
#pragma once

#include "api/encoded.hpp"
#include "api/list.hpp"
#include "api/scalar.hpp"
#include "api/shape.hpp"
#include "api/text.hpp"
#include "api/whole.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace palette::api {

template <class V>
consteval Shape make_shape();

template <class V>
inline constexpr Shape shape_of = make_shape<V>();

// ---- leaves -------------------------------------------------------------------------------------

template <class V>
struct AsText {
    static bool set(void* value, std::string_view text) {
        auto made = V::from(text);
        if (made) *static_cast<V*>(value) = *std::move(made);
        return made.has_value();
    }
    static void append(const void* value, std::string& json) {
        append_quoted(json, static_cast<const V*>(value)->text());
    }
    static consteval Shape shape() {
        constexpr const TextRule& rule = V::the_rule();
        return {.kind = Kind::text,
                .name = rule.name,
                .meaning = rule.meaning,
                .example = rule.example,
                .fewest = static_cast<std::int64_t>(rule.fewest),
                .most = static_cast<std::int64_t>(rule.most),
                .pattern = rule.pattern,
                .secret = rule.secret,
                .set_text = set,
                .append = append};
    }
};

template <class V>
struct AsScalar {
    static bool set(void* value, std::string_view text) {
        return Scalar<V>::set(*static_cast<V*>(value), text);
    }
    static void append(const void* value, std::string& json) {
        Scalar<V>::append(*static_cast<const V*>(value), json);
    }
    static consteval Shape shape() {
        return {.kind = Kind::text,
                .name = Scalar<V>::name,
                .meaning = Scalar<V>::meaning,
                .example = Scalar<V>::example,
                .fewest = 1,
                .most = Scalar<V>::most,
                .pattern = Scalar<V>::pattern,
                .set_text = set,
                .append = append};
    }
};

template <class V>
struct AsWhole {
    static bool set(void* value, std::int64_t number) {
        const auto made = V::from(number);
        if (made) *static_cast<V*>(value) = *made;
        return made.has_value();
    }
    static void append(const void* value, std::string& json) {
        append_number(json, static_cast<const V*>(value)->number());
    }
    static consteval Shape shape() {
        constexpr const WholeRule& rule = V::the_rule();
        return {.kind = Kind::whole,
                .name = rule.name,
                .meaning = rule.meaning,
                .sample = rule.example,
                .fewest = rule.least,
                .most = rule.greatest,
                .set_whole = set,
                .append = append};
    }
};

struct AsFlag {
    static bool set(void* value, bool flag) {
        *static_cast<bool*>(value) = flag;
        return true;
    }
    static void append(const void* value, std::string& json) {
        json += *static_cast<const bool*>(value) ? "true" : "false";
    }
    static consteval Shape shape() {
        return {.kind = Kind::flag,
                .name = "Flag",
                .meaning = "true or false",
                .example = "true",
                .set_flag = set,
                .append = append};
    }
};

// An enum whose enumerators count from 0 says its words with `choice_rule(E)`, found beside it.
struct ChoiceRule {
    std::string_view name;
    std::string_view meaning;
    std::span<const std::string_view> words;
};

template <class E>
concept Choice = std::is_enum_v<E> && requires(E e) { choice_rule(e); };

template <Choice E>
[[nodiscard]] constexpr std::string_view word_of(E value) {
    return choice_rule(value).words[static_cast<std::size_t>(value)];
}

template <class E>
struct AsChoice {
    static bool set(void* value, std::string_view text) {
        const auto words = choice_rule(E{}).words;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] == text) {
                *static_cast<E*>(value) = static_cast<E>(i);
                return true;
            }
        }
        return false;
    }
    static void append(const void* value, std::string& json) {
        append_quoted(json, word_of(*static_cast<const E*>(value)));
    }
    static consteval Shape shape() {
        constexpr ChoiceRule rule = choice_rule(E{});
        return {.kind = Kind::choice,
                .name = rule.name,
                .meaning = rule.meaning,
                .example = rule.words[0],
                .choices = rule.words,
                .set_text = set,
                .append = append};
    }
};

struct AsJson {
    static bool set(void* value, std::string_view text) {
        *static_cast<Json*>(value) = Json(std::string(text));
        return true;
    }
    static void append(const void* value, std::string& json) {
        json += static_cast<const Json*>(value)->text();
    }
    static consteval Shape shape() {
        return {.kind = Kind::json,
                .name = "Json",
                .meaning = "any JSON value",
                .example = "{}",
                .set_text = set,
                .append = append};
    }
};

struct AsLater {
    static void append(const void* value, std::string& json) {
        json += static_cast<const Later*>(value)->json();
    }
    static consteval Shape shape() {
        return {.kind = Kind::later,
                .name = "Value",
                .meaning = "as the method says",
                .example = "{}",
                .append = append};
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
                .append = append};
    }
};

// ---- lists and objects --------------------------------------------------------------------------

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
    static void with_blank(void (*use)(const void*, void*), void* context) {
        const T object = blank<T>();
        use(&object, context);
    }
    static consteval Shape shape() {
        return {.kind = Kind::object,
                .name = T::name_of_shape,
                .members = members_of<T>,
                .with_blank = with_blank};
    }
};

template <class V>
inline constexpr bool is_text = requires { V::the_rule().accepts; };
template <class V>
inline constexpr bool is_whole = requires { V::the_rule().least; };
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

// ---- rows ---------------------------------------------------------------------------------------

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

}  // namespace palette::api
