// The word somebody probably meant: a misspelt command, option or color name.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace palette {

// Longer words are near to none, which bounds the work: it grows with the product of the lengths.
inline constexpr std::size_t longest_corrected_word = 64;

// How many letters must be inserted, removed, replaced or swapped with a neighbor to turn one word
// into the other, ASCII case aside and no piece edited twice. Neither may be longer than
// longest_corrected_word. Source: optimal string alignment, the restricted form of
// F. Damerau, CACM 7(3), 1964.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

// The largest distance at which a word still counts as a misspelling: a third of its letters.
[[nodiscard]] std::size_t tolerated_edits(std::string_view word);

// Whether one of two words is the beginning of the other, ASCII case aside: "triad" of "triadic".
// Fewer than three letters begin too much.
[[nodiscard]] bool begins_alike(std::string_view a, std::string_view b);

// The nearest of `words`, the first of those equally near; else the first that begins alike; none
// when none is near. `name` turns an element into a string_view of something that outlives the
// call.
template <class Words, class Name = std::identity>
[[nodiscard]] std::optional<std::string_view> nearest_word(std::string_view word,
                                                           const Words& words, Name name = {}) {
    if (word.size() > longest_corrected_word) return std::nullopt;
    std::optional<std::string_view> nearest;
    std::optional<std::string_view> begun;
    std::size_t within = tolerated_edits(word) + 1;
    for (const auto& element : words) {
        const std::string_view candidate = std::invoke(name, element);
        if (candidate.size() > longest_corrected_word) continue;
        if (!begun && begins_alike(word, candidate)) begun = candidate;
        const std::size_t distance = edit_distance(word, candidate);
        if (distance >= within) continue;
        within = distance;
        nearest = candidate;
    }
    return nearest ? nearest : begun;
}

// "did you mean tomato?"; `otherwise` where none is near.
[[nodiscard]] std::string did_you_mean(std::optional<std::string_view> nearest,
                                       std::string_view otherwise = {});

}  // namespace palette
