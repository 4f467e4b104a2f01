// Values as compact bytes.
//
// A value is an integer, bool, enum, double, text, array of bytes, optional or vector of values, or
// a struct of these (members.hpp). Integers take as many bytes as their size asks for (LEB128,
// signed ones folded around zero), text and vectors begin with their length. There are no names
// and no types in the bytes: a struct that changes needs a migration.
//
// Reading never goes past the end: bytes that are not such a value throw Corrupt. A member of type
// Blob is a view into the row, valid as long as a Blob read from a table (txn.hpp).
#pragma once

#include "store/byte_reader.hpp"
#include "store/members.hpp"
#include "store/table.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace palette::store {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

void pack_integer(std::string& out, std::uint64_t value);
void pack_text(std::string& out, std::string_view text);

// Reads what was packed, in order.
class Unpacker : public ByteReader {
  public:
    using ByteReader::ByteReader;

    // An integer up to and including `most`.
    [[nodiscard]] std::uint64_t integer(std::uint64_t most);
    [[nodiscard]] std::string_view text() { return take(length()); }
    // How many elements or bytes follow. Each takes a byte or more: never above what is left.
    [[nodiscard]] std::size_t length();
};

// Small numbers of either sign become small unsigned ones: 0, -1, 1, -2, 2 are 0, 1, 2, 3, 4.
[[nodiscard]] constexpr std::uint64_t folded(std::int64_t value) {
    return static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63);
}
[[nodiscard]] constexpr std::int64_t unfolded(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1 ^ (~(value & 1) + 1));
}

template <class T>
void pack(std::string& out, const T& value) {
    if constexpr (std::is_enum_v<T>) {
        pack(out, static_cast<std::underlying_type_t<T>>(value));
    } else if constexpr (std::is_integral_v<T> && std::is_signed_v<T>) {
        pack_integer(out, folded(value));
    } else if constexpr (std::is_integral_v<T>) {
        pack_integer(out, value);
    } else if constexpr (std::is_same_v<T, double>) {
        pack_integer(out, std::bit_cast<std::uint64_t>(value));
    } else if constexpr (is_text<T>) {
        pack_text(out, value);
    } else if constexpr (is_byte_array<T>) {
        out.append(value.begin(), value.end());
    } else if constexpr (is_optional<T>) {
        out.push_back(value ? '\1' : '\0');
        if (value) pack(out, *value);
    } else if constexpr (is_vector<T>) {
        pack_integer(out, value.size());
        for (const auto& element : value)
            pack(out, element);
    } else {
        std::apply([&](auto... member) { (pack(out, value.*member), ...); }, members_of<T>);
    }
}

template <class T>
void unpack(Unpacker& in, T& value) {
    if constexpr (std::is_enum_v<T>) {
        std::underlying_type_t<T> number{};
        unpack(in, number);
        value = static_cast<T>(number);
    } else if constexpr (std::is_integral_v<T> && std::is_signed_v<T>) {
        value = static_cast<T>(unfolded(in.integer(folded(std::numeric_limits<T>::min()))));
    } else if constexpr (std::is_integral_v<T>) {
        value = static_cast<T>(in.integer(std::numeric_limits<T>::max()));
    } else if constexpr (std::is_same_v<T, double>) {
        value = std::bit_cast<double>(in.integer(std::numeric_limits<std::uint64_t>::max()));
    } else if constexpr (is_text<T>) {
        value = in.text();
    } else if constexpr (is_byte_array<T>) {
        const std::string_view bytes = in.take(value.size());
        for (std::size_t i = 0; i < value.size(); ++i)
            value[i] = static_cast<std::uint8_t>(bytes[i]);
    } else if constexpr (is_optional<T>) {
        value.reset();
        if (in.integer(1) == 1) unpack(in, value.emplace());
    } else if constexpr (is_vector<T>) {
        value.clear();
        for (std::size_t left = in.length(); left > 0; --left)
            unpack(in, value.emplace_back());
    } else {
        std::apply([&](auto... member) { (unpack(in, value.*member), ...); }, members_of<T>);
    }
}

// A whole value of a table. A Blob is its bytes and nothing else.
template <class Value>
void pack_whole(std::string& out, const Value& value) {
    if constexpr (std::is_same_v<Value, Blob>) {
        out.append(value);
    } else {
        pack(out, value);
    }
}

template <class Value>
[[nodiscard]] Value unpack_whole(std::string_view bytes, const Place& place) {
    if constexpr (std::is_same_v<Value, Blob>) {
        return bytes;
    } else {
        Value value{};
        Unpacker in(bytes, place);
        unpack(in, value);
        in.expect_end();
        return value;
    }
}

}  // namespace palette::store
