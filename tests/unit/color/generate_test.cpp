#include "color/generate.hpp"

#include "catch.hpp"
#include "color/contrast.hpp"
#include "color/convert.hpp"
#include "color/difference.hpp"
#include "color/hex.hpp"

#include <cmath>

using namespace palette;
using namespace palette::color;

namespace {

Color hex(std::string_view text) {
    return parse_hex(text).value();
}

Recipe recipe(std::size_t count, std::uint64_t seed) {
    Recipe made{.seed = seed};
    made.slots.resize(count);
    return made;
}

std::string words(const std::vector<Color>& colors) {
    std::string text;
    for (const Color color : colors)
        text += (text.empty() ? "" : " ") + to_hex(color);
    return text;
}

double hue_of(Color color) {
    return convert(coordinates_of(color).values, Space::srgb, Space::oklch)[2];
}

}  // namespace

TEST_CASE("the same recipe makes the same palette, today and later") {
    CHECK(words(generate(recipe(5, 7))->colors) == words(generate(recipe(5, 7))->colors));
    CHECK(words(generate(recipe(5, 7))->colors) != words(generate(recipe(5, 8))->colors));
    CHECK(words(generate(recipe(5, 1))->colors) == "#ffd2b8 #4db8d7 #b46142 #005b79 #6c1900");
}

TEST_CASE("a palette has as many colors as slots, and none twice") {
    for (const std::size_t count : {1U, 2U, 5U, 12U, 64U}) {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const auto made = generate(recipe(count, seed));
            REQUIRE(made);
            const std::vector<Color>& colors = made->colors;
            REQUIRE(colors.size() == count);
            INFO(count << " of seed " << seed << ": " << words(colors));
            if (count > 12) continue;
            for (std::size_t i = 0; i < count; ++i) {
                for (std::size_t j = 0; j < i; ++j)
                    CHECK(difference(colors[i], colors[j]) > 0.02);
            }
        }
    }
}

TEST_CASE("what harmony was drawn is told, and with it the same is made") {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto drawn = generate(recipe(5, seed));
        REQUIRE(drawn);
        Recipe asked = recipe(5, seed);
        asked.harmony = drawn->harmony;
        const auto again = generate(asked);
        REQUIRE(again);
        CHECK(again->harmony == drawn->harmony);
        // Until two colors are alike both draw the same.
        CHECK(again->colors.size() == drawn->colors.size());
    }
    Recipe wanted = recipe(5, 3);
    wanted.harmony = Harmony::square;
    CHECK(generate(wanted)->harmony == Harmony::square);
}

TEST_CASE("locked colors stay where they are, and lend the others their hue") {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        Recipe wanted = recipe(4, seed);
        wanted.harmony = Harmony::monochromatic;
        wanted.slots[2] = hex("#0b3954");
        wanted.slots[3] = hex("#777777");
        const auto made = generate(wanted);
        REQUIRE(made);
        const std::vector<Color>& colors = made->colors;
        CHECK(colors[2] == hex("#0b3954"));
        CHECK(colors[3] == hex("#777777"));
        INFO(words(colors));
        // Ten degrees of chance, and some for the rounding to 8 bits.
        CHECK(std::abs(hue_of(colors[0]) - hue_of(hex("#0b3954"))) < 16);
        CHECK(std::abs(hue_of(colors[1]) - hue_of(hex("#0b3954"))) < 16);
    }
}

TEST_CASE("every color has the contrast with the first that was asked for") {
    for (const double least : {1.5, 3.0, 4.5, 7.0, 12.0, 21.0}) {
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            Recipe wanted = recipe(6, seed);
            wanted.min_contrast = least;
            if (seed % 3 == 0 && least < 8) wanted.slots[4] = hex("#0b3954");
            if (seed % 3 == 1) wanted.slots[0] = hex("#ffffff");
            const auto made = generate(wanted);
            REQUIRE(made);
            const std::vector<Color>& colors = made->colors;
            INFO("seed " << seed << ", " << least << ": " << words(colors));
            for (std::size_t i = 1; i < colors.size(); ++i)
                CHECK(wcag_contrast(colors[0], colors[i]) >= least);
        }
    }
    // One that is dark and one that is light leave a background between them.
    Recipe between = recipe(3, 1);
    between.slots[1] = hex("#000000");
    between.slots[2] = hex("#ffffff");
    between.min_contrast = 3;
    CHECK(generate(between));
}

TEST_CASE("a contrast that cannot be had is refused with the reason") {
    const auto refusal = [](Recipe wanted, double least) {
        wanted.min_contrast = least;
        const auto colors = generate(wanted);
        REQUIRE_FALSE(colors);
        CHECK(colors.error().kind == ErrorKind::invalid_argument);
        CHECK(colors.error().field == "min_contrast");
        return colors.error().message;
    };
    Recipe gray = recipe(3, 1);
    gray.slots[0] = hex("#777777");
    CHECK(refusal(gray, 7) ==
          "nothing has a contrast of 7.00 with the background #777777: the most is 4.68");
    Recipe both = recipe(3, 1);
    both.slots[0] = hex("#ffffff");
    both.slots[2] = hex("#eeeeee");
    CHECK(refusal(both, 3) ==
          "locked color 3, #eeeeee, has a contrast of 1.16 with the background #ffffff, 3.00 is "
          "wanted");
    Recipe ends = recipe(3, 1);
    ends.slots[1] = hex("#000000");
    ends.slots[2] = hex("#ffffff");
    CHECK(refusal(ends, 7) == "no background has a contrast of 7.00 with every locked color");
}
