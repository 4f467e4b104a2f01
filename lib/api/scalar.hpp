// Scalars of other folders as text on the wire: Scalar<V> says how each is read and written.
// Also the appenders that everything shares which writes JSON.
#pragma once

#include "api/required.hpp"
#include "base/clock.hpp"
#include "base/uuid.hpp"
#include "color/color.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace palette::api {

// Appends a JSON string. `text` is UTF-8; what could drive a terminal (C0, DEL, C1, bidirectional
// and other invisible format characters) is written as \uXXXX, so that JSON can be shown as it is.
void append_quoted(std::string& json, std::string_view text);
void append_number(std::string& json, std::int64_t number);
// 425 as 4.25
void append_hundredths(std::string& json, std::int64_t number);

// JSON from elsewhere, valid and without white space, with the same characters written as \uXXXX.
[[nodiscard]] std::string terminal_safe(std::string json);

// Begins a member of the object that `json` ends in, or an element of the array: the comma it
// needs; and a member's quoted name and colon.
void append_comma(std::string& json);
void append_key(std::string& json, std::string_view name);

// A whole member whose value is a string.
void append_text(std::string& json, std::string_view name, std::string_view text);

template <class V>
struct Scalar;

template <>
struct Scalar<Timestamp> {
    static constexpr std::string_view name = "Time";
    static constexpr std::string_view meaning = "RFC 3339 in UTC with milliseconds";
    static constexpr std::string_view example = "2026-01-31T09:05:00.120Z";
    static constexpr std::string_view pattern =
        R"(^[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}\.[0-9]{3}Z$)";
    static constexpr std::int64_t most = 24;
    static bool set(Timestamp& value, std::string_view text);
    static void append(Timestamp value, std::string& json);
};

template <>
struct Scalar<Uuid> {
    static constexpr std::string_view name = "Uuid";
    static constexpr std::string_view meaning = "a UUID";
    static constexpr std::string_view example = "019c0a5e-7f00-7000-8000-000000000001";
    static constexpr std::string_view pattern =
        "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";
    static constexpr std::int64_t most = 36;
    static bool set(Uuid& value, std::string_view text);
    static void append(const Uuid& value, std::string& json);
};

template <>
struct Scalar<color::Color> {
    static constexpr std::string_view name = "HexColor";
    static constexpr std::string_view meaning = "#rrggbb or #rrggbbaa";
    static constexpr std::string_view example = "#0b3954";
    static constexpr std::string_view pattern = "^#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?$";
    static constexpr std::int64_t most = 9;
    static bool set(color::Color& value, std::string_view text);
    static void append(const color::Color& value, std::string& json);
};

template <class V>
struct Scalar<Required<V>> : Scalar<V> {};

}  // namespace palette::api
