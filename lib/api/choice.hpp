// Choices: enums that travel as words.
#pragma once

#include <span>
#include <string_view>
#include <type_traits>

namespace palette::api {

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

}  // namespace palette::api
