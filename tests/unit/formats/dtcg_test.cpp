#include "formats/format.hpp"
#include "one_palette.hpp"

using namespace palette;
using namespace palette::formats;
using test::named;
using test::record_in;
using test::Texts;

TEST_CASE("tokens of type color are read, in groups and in any space") {
    const Record record = record_in(R"json({
  "$description": "no color",
  "space": { "$type": "dimension", "s": { "$value": "#ffffff" } },
  "sea": {
    "$type": "color",
    "deep": { "$value": { "colorSpace": "srgb", "components": [0.0431, 0.2235, 0.3294] } },
    "half": { "$value": { "colorSpace": "hsl", "components": [120, 100, 50], "alpha": 0.5,
                          "hex": "#00ff00" } },
    "none": { "$value": { "colorSpace": "oklch", "components": [1, 0, "none"] } },
    "wide": { "$value": { "colorSpace": "display-p3", "components": [0, 1, 0] } },
    "old": { "$value": "#bfd7ea80", "$extensions": { "x": { "$value": "#111111" } } },
    "$root": { "$value": "#010203" },
    "shadow": { "$type": "shadow", "$value": "#222222" }
  },
  "typed": { "$type": "color", "$value": "rgb(255 102 99)" },
  "untyped": { "$value": "#fff" },
  "word": { "$value": "red" }
})json");
    CHECK(named(record) == Texts{"sea-deep #0b3954", "sea-half #00ff0080", "sea-none #ffffff",
                                 "sea-wide #00fb29", "sea-old #bfd7ea80", "sea-$root #010203",
                                 "typed #ff6663", "untyped #ffffff"});
    CHECK(record.remarks == Texts{"1 color outside sRGB was mapped into it"});
}

TEST_CASE("a token may be another one") {
    CHECK(named(record_in(R"({
  "a": { "$type": "color", "x": { "$value": "#0b3954" }, "y": { "$value": "{b.z}" } },
  "b": { "z": { "$value": "{a.x}" }, "w": { "$type": "color", "$value": "{b.z}" } },
  "c": { "$type": "dimension", "d": { "$value": "1px" } },
  "e": { "$value": "{c.d}" }
})")) == Texts{"a-x #0b3954", "a-y #0b3954", "b-z #0b3954", "b-w #0b3954"});
}

TEST_CASE("names and title are descriptions, and come back as they were") {
    const Record written{.colors = {{{1, 2, 3}, "日本 é😀"}, {{4, 5, 6, 128}, "a \"b\" \\"}},
                         .title = "海 Sea"};
    const Record read = record_in(dtcg_format.write(written));
    CHECK(read.title == written.title);
    CHECK(read.colors == written.colors);
}

TEST_CASE("a description that is too long for a name is none, and one group of many no title") {
    const std::string long_text(81, 'x');
    const std::string short_text(80, 'x');
    const Record record = record_in(R"({ "$type": "color",
  "a": { "$description": "A", "1": { "$value": "#000000", "$description": ")" +
                                    long_text + R"(" },
         "2": { "$value": "#000001", "$description": "two\nlines" },
         "3": { "$value": "{b.4}", "$description": " three " } },
  "b": { "$description": "B", "4": { "$value": "#000002", "$description": ")" +
                                    short_text + R"(" } } })");
    CHECK(named(record) ==
          Texts{"a-1 #000000", "a-2 #000001", "three #000002", short_text + " #000002"});
    CHECK(record.title.empty());
    CHECK(record_in(R"({ "a": { "$description": "A", "$type": "color", "$value": "#000" } })")
              .title.empty());
}

TEST_CASE("a token that cannot be read is told by its line") {
    struct Row {
        std::string_view tokens;  // from line 2 on
        std::string_view fault;
    };
    for (const Row& row : {
             Row{R"("a": { "$value": "{b}" },
"b": { "$value": "{a}" })",
                 "2: tokens refer to each other without end"},
             Row{R"("a": { "$value": "{a}" })", "2: tokens refer"},
             Row{R"("x": { "$value": "#fff" },
"a": { "$value": "{x.y}" })",
                 "3: there is no token"},
             Row{R"("a": { "$value": "{}" })", "2: expected a color"},
             Row{R"("a": { "$value": "#ff" })", "2: expected a color"},
             Row{R"("a": { "$value": 7 })", "2: expected a colorSpace"},
             Row{R"("a": { "$value": { "colorSpace": "cmyk", "components": [0, 0, 0, 0] } })",
                 "2: expected a colorSpace"},
             Row{R"("a": { "$value": { "colorSpace": "srgb" } })", "2: expected three components"},
             Row{R"("a": { "$value": { "colorSpace": "srgb", "components": [0, 0] } })",
                 "2: expected three components"},
             Row{R"("a": { "$value": { "colorSpace": "srgb", "components": [0, 0, 1e300] } })",
                 "2: expected components that are numbers"},
             Row{R"("a": { "$value": { "components": [0,0,0], "colorSpace": "srgb",
"alpha": [] } })",
                 "2: expected an alpha"},
             Row{R"("a": { "$type": "number", "$value": 7 })", "1: no token in it is a color"},
             Row{R"("a": { "$value": "#fff" }, )", "3: expected a name in quotes"},
         }) {
        INFO(row.tokens);
        const auto read =
            dtcg_format.read("{ \"$type\": \"color\",\n" + std::string(row.tokens) + "\n}\n");
        REQUIRE_FALSE(read);
        CHECK_THAT(std::to_string(read.error().where.number) + ": " + read.error().message,
                   Catch::StartsWith(std::string(row.fault)));
    }
}

TEST_CASE("tokens on one line are tokens, and a palette called $value is a palette") {
    CHECK(named(record_in(R"({"a":{"$type":"color","$value":"#fff"}})")) == Texts{"a #ffffff"});
    CHECK(record_in(R"({"title":"\"$value\":","colors":["#fff"]})").title == "\"$value\":");
    CHECK(record_in(R"({"title":"$value","colors":["#fff"]})").title == "$value");
}
