// JSON of other shapes than a palette's.
#include "formats/nested_json.hpp"

#include "api/reader.hpp"
#include "formats/json_tree.hpp"
#include "one_palette.hpp"
#include "test_data.hpp"

using namespace palette;
using namespace palette::formats;
using test::named;
using test::record_in;
using test::Texts;

TEST_CASE("names and colors in an object are a palette") {
    const Record record = record_in(R"json({
  "name": "Sea", "dark": true, "author": "red",
  "black": "#0b3954",
  "blue": { "100": "#bfd7ea", "list": ["rgb(255 102 99)", "red", null] },
  "x": { "name": "Écume", "hex": "ff6663", "rgb": { "css": "#111111" } },
  "y": {
    "hex" : "#010203"
}
})json");
    CHECK(record.title == "Sea");
    CHECK(named(record) == Texts{"black #0b3954", "blue-100 #bfd7ea", "blue-list-0 #ff6663",
                                 "Écume #ff6663", "y #010203"});
}

TEST_CASE("`colors` is all there is, if it is an object") {
    CHECK(named(record_in(R"({"name": "x", "colors": {"editor.background": "#0b3954"},
        "tokenColors": [{"settings": {"foreground": "#ffffff"}}]})")) ==
          Texts{"editor.background #0b3954"});
}

TEST_CASE("real themes and color systems in JSON are read") {
    struct Row {
        std::string_view file;
        std::size_t colors;
        std::string first;
        std::string last;
    };
    for (const Row& row : {
             Row{"windowsterminal_Dracula", 20, "black #21222c ansi-0",
                 "selectionBackground #44475a selection-background"},
             Row{"vscode_Nord", 21, "terminal.foreground #d8dee9 foreground",
                 "terminalCursor.foreground #eceff4 cursor"},
             Row{"open-color", 132, "white #ffffff", "orange-9 #d9480f"},
             Row{"catppuccin-palette", 336, "Rosewater #dc8a78", "Bright White #bac2de"},
         }) {
        INFO(row.file);
        const auto file = test::test_data("formats/json/" + std::string(row.file) + ".json");
        if (!file) return;
        const auto names = named(record_in(*file));
        REQUIRE(names.size() == row.colors);
        CHECK(names.front() == row.first);
        CHECK(names.back() == row.last);
    }
}

TEST_CASE("more colors than a palette may have, and none, are refused") {
    std::string many = R"({"a":["#fff")";
    for (std::size_t i = 0; i < api::Colors::most; ++i)
        many += ",\"#fff\"";
    CHECK_THAT(read_nested_colors(many + "]}").error().message,
               Catch::Contains("more than 8192 colors"));
    CHECK(read_nested_colors(R"({"a":"red"})").error().message == "it has no colors");
}

TEST_CASE("a name of many long groups is cut") {
    std::string file;
    for (int i = 0; i < 60; ++i)
        file += "{\"" + std::string(100'000, 'x') + "\":";
    file += R"({"a":"#fff","b":"#000"})" + std::string(60, '}');
    CHECK(record_in(file).colors.front().name == "a");
    CHECK(record_in("{\"c\":\"#111\",\"d\":" + file + "}").colors.back().name.size() <= 1024);
}

TEST_CASE("JSON is read as it is meant") {
    const auto tree =
        read_json_tree(R"( { "a": "\u00e9\ud83c\udf0a\n\"\\\/", "b": [1, -2.5e3, true],
        "c": {} } )");
    REQUIRE(tree);
    CHECK(tree->text_of("a") == "é🌊\n\"\\/");
    CHECK(tree->member("b")->members[1].number() == -2500);
    CHECK_FALSE(tree->member("b")->members[2].number());
    CHECK(tree->member("c")->line == 2);
    CHECK(tree->member("d") == nullptr);
}

TEST_CASE("what is no JSON is told by its line") {
    struct Row {
        std::string_view json;
        std::string_view fault;
    };
    for (const Row& row : {
             Row{"", "1: expected a value"},
             Row{"{\n\"a\":\n", "3: expected a value"},
             Row{"{\"a\" 1}", "1: expected a colon"},
             Row{"{\"a\": 1,}", "1: expected a name in quotes"},
             Row{"{a: 1}", "1: expected a name in quotes"},
             Row{"[1 2]", "1: expected a comma or ]"},
             Row{"[1]\n\n]", "3: expected nothing more"},
             Row{"\"a", "1: a text does not end"},
             Row{"\"a\nb\"", "1: a text does not end"},
             Row{R"("\x")", "1: expected an escape"},
             Row{R"("\ud800")", "1: expected an escape"},
             Row{R"("\udc00")", "1: expected an escape"},
             Row{R"("\ud800\u0041")", "1: expected an escape"},
             Row{R"("\u12)", "1: expected an escape"},
             Row{"\"\\", "1: expected an escape"},
             Row{"nul", "1: expected a value"},
             Row{"+1", "1: expected a value"},
             Row{"0x10", "1: expected a value"},
             Row{"inf", "1: expected a value"},
         }) {
        INFO(row.json);
        const auto tree = read_json_tree(row.json);
        REQUIRE_FALSE(tree);
        CHECK_THAT(std::to_string(tree.error().where.number) + ": " + tree.error().message,
                   Catch::StartsWith(std::string(row.fault)));
    }
}

TEST_CASE("the tree is of the same JSON as documents are") {
    api::Document document;
    for (const std::string_view json : {"0",
                                        "-0",
                                        "01",
                                        "-",
                                        "1.",
                                        "1.5",
                                        ".5",
                                        "1e5",
                                        "1E+5",
                                        "1e",
                                        "1e+",
                                        "1.e5",
                                        "+1",
                                        "1_0",
                                        "0x1",
                                        "--1",
                                        "NaN",
                                        "true",
                                        "True",
                                        "null",
                                        "nul",
                                        R"("")",
                                        "\"\t\"",
                                        R"("\t")",
                                        R"("\u00e9")",
                                        R"("\uD83C\uDF0A")",
                                        R"("\uD83C")",
                                        R"("\u00g0")",
                                        R"("\'")",
                                        "[]",
                                        "[",
                                        "]",
                                        "[,]",
                                        "[1,]",
                                        "[1,,2]",
                                        "[1 2]",
                                        "{}",
                                        R"({"a"})",
                                        R"({"a":})",
                                        R"({"a":1,})",
                                        R"({"a":1 "b":2})",
                                        "{1:2}",
                                        R"({"a":1,"a":2})",
                                        "[] []",
                                        "[]x",
                                        "//x\n[]",
                                        "\f[]",
                                        " \r\n\t[] ",
                                        "'a'"}) {
        INFO(json);
        CHECK(read_json_tree(json).has_value() == document.parse(json));
    }
}

TEST_CASE("JSON is bounded in depth and in values") {
    CHECK(read_json_tree(std::string(64, '[') + std::string(64, ']')));
    CHECK_THAT(read_json_tree(std::string(100'000, '[')).error().message,
               Catch::Contains("64 levels"));
    std::string many = "[0";
    for (std::size_t i = 0; i < most_json_values; ++i)
        many += ",0";
    CHECK_THAT(read_json_tree(many + "]").error().message, Catch::Contains("200000 values"));
}
