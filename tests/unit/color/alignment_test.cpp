#include "color/alignment.hpp"

#include "catch.hpp"

#include <chrono>
#include <string>
#include <string_view>

using namespace palette::color;

namespace {

// A letter is a color.
std::vector<Color> colors(std::string_view letters) {
    std::vector<Color> all;
    for (const char letter : letters)
        all.push_back({static_cast<std::uint8_t>(letter), 0, 0});
    return all;
}

// "=" kept, ">" moved, "~" changed, "-" removed, "+" added, each with its places from 1.
std::string aligned(std::string_view from, std::string_view to) {
    constexpr std::string_view marks = "=>~-+";
    std::string text;
    for (const Aligned& one : align(colors(from), colors(to))) {
        text += text.empty() ? "" : " ";
        if (one.from) text += std::to_string(*one.from + 1);
        text += marks[static_cast<std::size_t>(one.fate)];
        if (one.to) text += std::to_string(*one.to + 1);
    }
    return text;
}

}  // namespace

TEST_CASE("what became of each color is told in the order of the second list") {
    struct Row {
        std::string_view from;
        std::string_view to;
        std::string_view fates;
    };
    for (const Row& row : {
             Row{"", "", ""},
             Row{"", "ab", "+1 +2"},
             Row{"ab", "", "1- 2-"},
             Row{"abc", "abc", "1=1 2=2 3=3"},
             Row{"abc", "axc", "1=1 2~2 3=3"},
             Row{"abc", "axyc", "1=1 2~2 +3 3=4"},
             Row{"abcd", "ad", "1=1 2- 3- 4=2"},
             Row{"abcd", "dabc", "4>1 1=2 2=3 3=4"},
             Row{"abc", "xabc", "+1 1=2 2=3 3=4"},
             Row{"aab", "ab", "1=1 2- 3=2"},
             Row{"ab", "aba", "1=1 2=2 +3"},
             Row{"abc", "xyz", "1~1 2~2 3~3"},
         }) {
        INFO(row.from << " to " << row.to);
        CHECK(aligned(row.from, row.to) == row.fates);
    }
}

TEST_CASE("every color of both lists is told of once, however they differ") {
    std::uint32_t state = 7;
    const auto letters = [&](std::size_t most) {
        std::string text;
        for (std::size_t i = 0; i < most; ++i) {
            state = state * 1'664'525U + 1'013'904'223U;
            text.push_back(static_cast<char>('a' + (state >> 24U) % 6));
        }
        return text;
    };
    for (std::size_t round = 0; round < 500; ++round) {
        const auto from = colors(letters(round % 9));
        const auto to = colors(letters(round % 7));
        std::vector<int> seen_from(from.size());
        std::vector<int> seen_to(to.size());
        for (const Aligned& one : align(from, to)) {
            if (one.from) ++seen_from[*one.from];
            if (one.to) ++seen_to[*one.to];
            const bool is_same = one.from && one.to && from[*one.from] == to[*one.to];
            CHECK(is_same == (one.fate == Fate::kept || one.fate == Fate::moved));
        }
        CHECK(seen_from == std::vector<int>(from.size(), 1));
        CHECK(seen_to == std::vector<int>(to.size(), 1));
    }
}

TEST_CASE("the largest palettes are aligned in a moment") {
    std::vector<Color> up;
    for (unsigned i = 0; i < 8'192; ++i)
        up.push_back({static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i >> 8U), 0});
    const std::vector<Color> down(up.rbegin(), up.rend());
    const auto begun = std::chrono::steady_clock::now();
    CHECK(align(up, down).size() == up.size());
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
}
