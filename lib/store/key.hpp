// Keys as bytes that sort as the values do.
//
// A key is one part or a std::tuple of parts: unsigned and signed integers, enums, text, arrays of
// bytes, and structs of these (members.hpp). Integers are big-endian, signed ones with their sign
// bit turned; text ends with two zero bytes, and a zero within it is followed by 0xFF, so that a
// shorter text sorts first whatever comes after it. No key is the beginning of another one.
//
// A key is at most 511 bytes (the engine's limit). Text in a key must be bounded by its own type,
// or be hashed by whoever builds the key. A longer key throws std::length_error rather than
// aborting: should a check at the edge have a hole, it costs one request and not the daemon.
#pragma once

#include "store/byte_reader.hpp"
#include "store/members.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace palette::store {

inline constexpr std::size_t longest_key = 511;

class KeyBytes {
  public:
    // User-provided on purpose: the buffer stays uninitialized, a read costs no clearing of it.
    KeyBytes() {}  // NOLINT(modernize-use-equals-default)

    void append(std::string_view raw);
    void append_text(std::string_view text);
    void append_integer(std::uint64_t value, std::size_t width_bytes);

    [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }

  private:
    std::array<char, longest_key> bytes_;
    std::size_t size_ = 0;
};

// Reads the parts of a stored key in order; throws Corrupt when the bytes are not such a key.
class KeyReader : public ByteReader {
  public:
    explicit KeyReader(const Place& place) : ByteReader(place.key, place) {}

    [[nodiscard]] std::string take_text();
    [[nodiscard]] std::uint64_t take_integer(std::size_t width_bytes);
};

// Half of the range of a signed integer lies below zero: adding it makes the order unsigned.
template <class T>
inline constexpr std::uint64_t sign_bit =
    std::is_signed_v<T> ? std::uint64_t{1} << (8 * sizeof(T) - 1) : 0;

template <class T>
void append_part(KeyBytes& out, const T& part) {
    if constexpr (std::is_enum_v<T>) {
        append_part(out, static_cast<std::underlying_type_t<T>>(part));
    } else if constexpr (std::is_integral_v<T>) {
        out.append_integer(static_cast<std::uint64_t>(part) ^ sign_bit<T>, sizeof(T));
    } else if constexpr (is_text<T>) {
        out.append_text(part);
    } else if constexpr (is_byte_array<T>) {
        for (const std::uint8_t byte : part)
            out.append_integer(byte, 1);
    } else if constexpr (is_tuple<T>) {
        std::apply([&](const auto&... each) { (append_part(out, each), ...); }, part);
    } else {
        std::apply([&](auto... member) { (append_part(out, part.*member), ...); }, members_of<T>);
    }
}

template <class T>
void take_part(KeyReader& in, T& part) {
    if constexpr (std::is_enum_v<T>) {
        std::underlying_type_t<T> number{};
        take_part(in, number);
        part = static_cast<T>(number);
    } else if constexpr (std::is_integral_v<T>) {
        part = static_cast<T>(in.take_integer(sizeof(T)) ^ sign_bit<T>);
    } else if constexpr (is_text<T>) {
        static_assert(std::is_same_v<T, std::string>, "a stored key is no view: use std::string");
        part = in.take_text();
    } else if constexpr (is_byte_array<T>) {
        for (std::uint8_t& byte : part)
            byte = static_cast<std::uint8_t>(in.take_integer(1));
    } else if constexpr (is_tuple<T>) {
        std::apply([&](auto&... each) { (take_part(in, each), ...); }, part);
    } else {
        std::apply([&](auto... member) { (take_part(in, part.*member), ...); }, members_of<T>);
    }
}

template <class Key>
[[nodiscard]] KeyBytes key_bytes(const Key& key) {
    KeyBytes bytes;
    append_part(bytes, key);
    return bytes;
}

template <class Key>
[[nodiscard]] Key key_from(const Place& place) {
    Key key{};
    KeyReader in(place);
    take_part(in, key);
    in.expect_end();
    return key;
}

// The beginning that all keys share whose first parts are these: a whole key, or fewer parts. Each
// is stored as the key's own type of that place; a part that would be narrowed does not compile.
template <class Key, class... Parts>
[[nodiscard]] KeyBytes key_prefix(const Parts&... parts) {
    KeyBytes bytes;
    if constexpr (sizeof...(Parts) == 1 && (std::is_same_v<Key, Parts> && ...)) {
        (append_part(bytes, parts), ...);
    } else if constexpr (is_tuple<Key>) {
        static_assert(sizeof...(Parts) <= std::tuple_size_v<Key>, "more parts than the key has");
        const auto given = std::tie(parts...);
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (append_part(bytes, std::tuple_element_t<I, Key>{std::get<I>(given)}), ...);
        }(std::index_sequence_for<Parts...>{});
    } else {
        static_assert(sizeof...(Parts) == 1, "this key has one part");
        (append_part(bytes, Key{parts}), ...);
    }
    return bytes;
}

}  // namespace palette::store
