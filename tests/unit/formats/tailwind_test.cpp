#include "formats/format.hpp"
#include "one_palette.hpp"
#include "test_data.hpp"

using namespace palette;
using namespace palette::formats;
using test::named;
using test::record_in;
using test::refusal_of;
using test::Texts;

TEST_CASE("colors of a configuration are named by their groups") {
    const Record record = record_in(R"(/** @type {import('tailwindcss').Config} */
const plugin = require("x/colors") // module.exports = { colors: { no: '#111111' } }
module.exports = {
  content: ['./**/*.html'], darkMode: "class",
  theme: {
    screens: { colors: 3 },
    extend: {
      fontFamily: { red: 'red' },
      colors: {
        white: "#fff", 'deep-sea': '#0b3954', 50: `hsl(0 0% 50%)`,
        foam: { DEFAULT: '#bfd7ea', 500: 'rgb(255 102 99)', dark: { x: "tomato" } },
        alias: colors.red, other: 'var(--x)', ...colors, fn: ({ opacity }) => `rgba(${opacity})`,
        list: ['#222222'], not: cond ? '#333333' : '#444444',
      },
    },
  },
})");
    CHECK(named(record) == Texts{"white #ffffff", "deep-sea #0b3954", "50 #808080", "foam #bfd7ea",
                                 "foam-500 #ff6663", "foam-dark-x #ff6347"});
}

TEST_CASE("groups that all colors are in say nothing") {
    CHECK(named(record_in("export default { colors: { sea: { a: '#fff', b: { c: '#000' } } } }")) ==
          Texts{"a #ffffff", "b-c #000000"});
    CHECK(named(record_in("module.exports = { colors: { sea: { DEFAULT: '#fff' } } }")) ==
          Texts{"sea #ffffff"});
}

TEST_CASE("a configuration without colors is refused, and nothing in it is run") {
    CHECK(refusal_of("module.exports = { colors: require('./evil')() }") ==
          "1: tailwind: no value below a key `colors` is a color");
    CHECK(refusal_of("module.exports = { colors: {\n} } )") ==
          "2: tailwind: a bracket closes that was not opened");
    CHECK_THAT(refusal_of("module.exports = { colors: 1,\n" + std::string(100'000, '[')),
               Catch::StartsWith("2: tailwind: more than 64 brackets"));
    for (const std::string_view file :
         {"module.exports = { colors: { a: '#fff", "export default `", "module.exports = /* colors",
          "module.exports = 'colors\\"}) {
        INFO(file);
        static_cast<void>(tailwind_format.read(file));
    }
}

TEST_CASE("real configurations have their colors") {
    const auto nord = test::test_data("formats/tailwind-config/tailwind-nord.plugin.js");
    if (!nord) return;
    const auto names = named(record_in(*nord));
    REQUIRE(names.size() == 32);
    CHECK(names.front() == "nord0 #2e3440");
    CHECK(names.back() == "nord-15 #b48ead");
    // All but one of its colors are in variables that are elsewhere.
    const auto theme = test::test_data("formats/tailwind-config/vitamin-theme.js");
    CHECK(named(record_in(*theme)) == Texts{"transparent #00000000"});
}
