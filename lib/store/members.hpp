// How a struct shows its parts to the store: a list of its data members, in the order in which they
// are stored. A struct of ours carries the list itself,
//
//     struct Like { UserId user; Timestamp at;
//                   static constexpr auto members = std::tuple{&Like::user, &Like::at}; };
//
// an id of the form `struct UserId { std::uint64_t value; }` needs none, and for a type that knows
// nothing of the store `members_of` is specialized beside the table that keeps it.
#pragma once

#include "base/clock.hpp"
#include "base/uuid.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace palette::store {

template <class T>
concept StrongId =
    std::is_member_object_pointer_v<decltype(&T::value)> && !requires { T::members; };

template <class T>
inline constexpr auto members_of = T::members;
template <StrongId T>
inline constexpr auto members_of<T> = std::tuple{&T::value};
template <>
inline constexpr auto members_of<Timestamp> = std::tuple{&Timestamp::ms};
template <>
inline constexpr auto members_of<Uuid> = std::tuple{&Uuid::bytes};

template <class T>
inline constexpr bool is_text =
    std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>;

template <class T>
inline constexpr bool is_byte_array = false;
template <std::size_t N>
inline constexpr bool is_byte_array<std::array<std::uint8_t, N>> = true;

template <class T>
inline constexpr bool is_tuple = false;
template <class... Parts>
inline constexpr bool is_tuple<std::tuple<Parts...>> = true;

}  // namespace palette::store
