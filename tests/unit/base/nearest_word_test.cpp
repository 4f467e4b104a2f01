#include "base/nearest_word.hpp"

#include "catch.hpp"

#include <array>
#include <string>

using namespace palette;

TEST_CASE("an edit is an insertion, a removal, a replacement or a swap of neighbors") {
    struct Row {
        std::string_view a, b;
        std::size_t distance;
    };
    const auto row = GENERATE(Row{"", "", 0}, Row{"", "abc", 3}, Row{"abc", "abc", 0},
                              Row{"abc", "ABC", 0}, Row{"sitting", "kitten", 3},
                              Row{"satrt", "start", 1}, Row{"ab", "ba", 1}, Row{"ca", "abc", 3});
    CAPTURE(row.a, row.b);
    CHECK(edit_distance(row.a, row.b) == row.distance);
    CHECK(edit_distance(row.b, row.a) == row.distance);
}

TEST_CASE("a misspelt word finds the nearest, a stranger finds none") {
    constexpr std::array<std::string_view, 5> commands{"palette", "popular", "import", "export",
                                                       "up"};
    CHECK(nearest_word("pallete", commands) == "palette");
    CHECK(nearest_word("POPLAR", commands) == "popular");
    CHECK(nearest_word("ipmort", commands) == "import");
    CHECK(nearest_word("us", commands) == "up");
    CHECK(nearest_word("elephant", commands) == std::nullopt);
    CHECK(nearest_word("x", commands) == std::nullopt);
    CHECK(nearest_word("", commands) == std::nullopt);
    CHECK(nearest_word(std::string(100'000, 'p'), commands) == std::nullopt);
}

TEST_CASE("a word that is cut short, or goes on, finds the one that begins alike") {
    constexpr std::array<std::string_view, 4> words{"tetradic", "triadic", "protan", "mono"};
    CHECK(nearest_word("triad", words) == "triadic");
    CHECK(nearest_word("Tetra", words) == "tetradic");
    CHECK(nearest_word("protanopia", words) == "protan");
    CHECK(nearest_word("te", words) == std::nullopt);
    // What is misspelt comes first.
    constexpr std::array<std::string_view, 2> both{"redder", "rad"};
    CHECK(nearest_word("red", both) == "rad");
}

TEST_CASE("a hint asks for the nearest word, else it says something else") {
    CHECK(did_you_mean("tomato") == "did you mean tomato?");
    CHECK(did_you_mean(std::nullopt, "help lists them") == "help lists them");
    CHECK(did_you_mean(std::nullopt).empty());
}
