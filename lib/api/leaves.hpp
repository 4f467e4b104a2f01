// The families of leaves, which are values without values inside: a struct for each says how one is
// set, how it is written and what its Shape is. Only describe.hpp chooses among them.
#pragma once

#include "api/choice.hpp"
#include "api/decimal.hpp"
#include "api/encoded.hpp"
#include "api/scalar.hpp"
#include "api/shape.hpp"
#include "api/text.hpp"
#include "api/whole.hpp"

namespace palette::api {

template <class V>
struct AsText {
    static bool set(void* value, std::string_view text) {
        auto made = V::from(text);
        if (!made) return false;
        *static_cast<V*>(value) = *std::move(made);
        return true;
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

template <class V>
struct AsDecimal {
    static bool set(void* value, std::int64_t hundredths) {
        const auto made = V::from_hundredths(hundredths);
        if (made) *static_cast<V*>(value) = *made;
        return made.has_value();
    }
    static void append(const void* value, std::string& json) {
        append_hundredths(json, static_cast<const V*>(value)->hundredths());
    }
    static consteval Shape shape() {
        constexpr const DecimalRule& rule = V::the_rule();
        return {.kind = Kind::decimal,
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

}  // namespace palette::api
