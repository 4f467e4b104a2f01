#include "term/grapheme.hpp"

#include "catch.hpp"
#include "test_data.hpp"
#include "utf8_of.hpp"

#include <sstream>

using namespace palette::term;

TEST_CASE("an invalid byte is a grapheme of its own") {
    constexpr std::string_view text = "\xC3z";
    CHECK(first_grapheme(text).text == text.substr(0, 1));
    CHECK(first_grapheme(text).columns == 1);
}

TEST_CASE("an invalid byte ends the grapheme before it") {
    CHECK(first_grapheme("e\u0301\xCC").text == "e\u0301");
}

// Each line is code points with signs between them: a division sign where a grapheme ends, a
// multiplication sign where it goes on.
TEST_CASE("graphemes end where Unicode's own test says") {
    std::istringstream lines(palette::test::test_data("text/GraphemeBreakTest.txt").value_or(""));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line.substr(0, line.find('#')));
        std::vector<std::string> expected;
        bool surrogate = false;  // has no valid form
        for (std::string word; words >> word;) {
            if (word == "÷") {
                expected.emplace_back();
            } else if (word != "×") {
                const auto point = static_cast<char32_t>(std::stoul(word, nullptr, 16));
                surrogate = surrogate || (point >= 0xD800 && point < 0xE000);
                expected.back() += palette::test::utf8_of(point);
            }
        }
        if (expected.empty() || surrogate) continue;
        expected.pop_back();  // the sign at the end begins nothing
        std::string text;
        for (const auto& grapheme : expected)
            text += grapheme;
        std::vector<std::string> found;
        for (std::string_view rest = text; !rest.empty();) {
            const auto grapheme = first_grapheme(rest).text;
            found.emplace_back(grapheme);
            rest.remove_prefix(grapheme.size());
        }
        CAPTURE(line);
        CHECK(found == expected);
    }
}
