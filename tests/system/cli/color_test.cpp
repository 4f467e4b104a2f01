// Colors without a family.
#include "base/files.hpp"
#include "catch.hpp"
#include "family.hpp"
#include "terminal.hpp"

#include <algorithm>

using namespace palette;
using test::Place;
using test::Ran;
using test::Terminal;

namespace {

std::string did(const std::vector<std::string>& words, const std::string& input = "") {
    const Ran ran = test::run({.arguments = words, .input = input});
    INFO(ran.err);
    CHECK(ran.code == 0);
    return ran.out;
}

Ran refused(const std::vector<std::string>& words, const std::string& input = "") {
    Ran ran = test::run({.arguments = words, .input = input});
    CHECK(ran.code == 2);
    return ran;
}

// By a shell, for what does not fit into a pipe at once.
Ran refused_line(const std::string& line) {
    const Place place;
    Ran ran = test::run(place.launched_shell("sh", {"-c", line}));
    CHECK(ran.code == 2);
    return ran;
}

}  // namespace

TEST_CASE("colors are converted from arguments and from stdin, a line each") {
    CHECK(did({"color", "convert", "--to", "hex", "rgb(11 57 84)", "tomato"}) ==
          "#0b3954\n#ff6347\n");
    CHECK(did({"color", "convert"}, "#0B3954\n\nhsl(9 100% 64%)\n") == "#0b3954\n#ff6347\n");
    CHECK(did({"color", "convert", "--to", "oklch", "-"}, "#0b3954") ==
          "oklch(0.329162 0.067338 240.031)\n");
    CHECK(did({"color", "convert", "--json", "red"}) ==
          R"({"items":[{"given":"red","made":"#ff0000","hex":"#ff0000"}]})"
          "\n");
    CHECK(did({"color", "convert", "--to", "display-p3", "--format", "jsonl"}, "red\nlime\n") ==
          R"~({"given":"red","made":"color(display-p3 0.917488 0.200287 0.138561)","hex":"#ff0000"}
{"given":"lime","made":"color(display-p3 0.458402 0.985265 0.298295)","hex":"#00ff00"}
)~");
}

TEST_CASE("a line that is no color is pointed at, and what came before it was answered") {
    const Ran ran = refused({"color", "convert"}, "#0b3954\nrgb(1 2\n#fff\n");
    CHECK(ran.out == "#0b3954\n");
    CHECK(refused({"color", "convert", "--json"}, "red\nbleu\n").out ==
          R"({"items":[{"given":"red","made":"#ff0000","hex":"#ff0000"}]})"
          "\n");
    const std::string shown = refused({"color", "show", "--json"}, "red\nbleu\n").out;
    CHECK_THAT(shown, Catch::StartsWith(R"({"items":[{)") && Catch::EndsWith("}]}\n"));
    CHECK(refused({"color", "show", "--json"}, "bleu\n").out.empty());
    CHECK_THAT(ran.err, Catch::Contains("  rgb(1 2\n         ^\n") &&
                            Catch::Contains("palettectl: line 2: "));
    const Ran misspelt = refused({"color", "show", "#0b3954", "cornflowr"});
    CHECK(misspelt.out.empty());
    CHECK_THAT(misspelt.err,
               Catch::Contains("COLOR 2: ") && Catch::Contains("did you mean cornflowerblue?"));
    CHECK_THAT(refused({"color", "show"}).err, Catch::Contains("no colors given: quote them"));
    CHECK_THAT(
        refused({"color", "convert", "--to", "oklhc", "red"}).err,
        Catch::Contains("expected one of hex, rgb") && Catch::Contains("did you mean oklch?"));
    CHECK_THAT(refused({"color", "harmony", "red", "--kind", "squar"}).err,
               Catch::Contains("did you mean square?"));
    CHECK_THAT(refused({"color", "harmony", "red", "--kind", "elephant"}).err,
               !Catch::Contains("did you mean"));
}

TEST_CASE("a color is shown with its names and contrasts") {
    const std::string shown = did({"color", "show", "--json", "#0b3954"});
    CHECK_THAT(shown, Catch::Contains(R"~("rgb":"rgb(11, 57, 84)")~") &&
                          Catch::Contains(R"~("css_name":"darkslategray")~") &&
                          Catch::Contains(R"~("on_white":12.15)~"));
    CHECK(did({"color", "name", "--css", "#ff6348"}) == "tomato\n");
    CHECK(did({"color", "contrast", "black", "white"}) == "21.00\tAAA\t106.04\n");
    CHECK(did({"color", "contrast", "#777", "white"}) == "4.47\tAA-large\t71.11\n");
    CHECK(did({"color", "contrast", "#aaa", "white"}) == "2.32\tnone\t45.83\n");
}

TEST_CASE("a color outside sRGB is shown as it is mapped, and said to be outside") {
    const std::string outside = did({"color", "show", "--json", "color(display-p3 0 1 0)"});
    const std::size_t at = outside.find("hsl(");
    REQUIRE(at != std::string::npos);
    const std::string hsl = outside.substr(at, outside.find(')', at) + 1 - at);
    const std::string hex = did({"color", "convert", hsl});
    CHECK_THAT(outside, Catch::Contains(R"("hex":")" + hex.substr(0, 7)) &&
                            Catch::Contains(R"("in_srgb":false)"));
    CHECK_THAT(did({"color", "show", "--json", "lime"}), Catch::Contains(R"("in_srgb":true)"));
    const Place place;
    Terminal shown(place.launched({"color", "show", "color(display-p3 0 1 0)"}));
    CHECK_THAT(shown.see_end(), Catch::Contains("outside sRGB, mapped"));
}

TEST_CASE("a color that CSS names is called so, and hsl is written as all programs read it") {
    CHECK(did({"color", "name", "red"}) == "red\n");
    CHECK(did({"color", "convert", "--to", "hsl", "#0b3954"}) ==
          "hsl(202.192 76.8421% 18.6275%)\n");
}

TEST_CASE("help says of lists alone that stdin is read") {
    CHECK_THAT(did({"help", "color", "mix"}), !Catch::Contains("stdin"));
    CHECK_THAT(did({"help", "color", "compare"}), !Catch::Contains("stdin"));
    CHECK_THAT(did({"help", "color", "show"}), Catch::Contains("one a line of stdin"));
}

TEST_CASE("colors are made of colors") {
    CHECK(did({"color", "mix", "--in", "srgb", "red", "blue"}) == "#800080\n");
    CHECK(did({"color", "mix", "--share", "0", "red", "blue"}) == "#ff0000\n");
    CHECK(did({"color", "gradient", "--in", "srgb", "--steps", "3", "red", "blue"}) ==
          "#ff0000\n#800080\n#0000ff\n");
    CHECK(did({"color", "harmony", "--kind", "complementary", "#0b3954"}).starts_with("#0b3954\n"));
    CHECK_THAT(did({"color", "scale", "#0b3954", "--steps", "5"}), Catch::Contains("#0b3954\n"));
    CHECK(did({"color", "simulate", "--severity", "0", "#0b3954"}) == "#0b3954\n");
    CHECK(did({"color", "simulate", "--deficiency", "protan", "#0000ff"}) == "#0059ff\n");
}

TEST_CASE("a gradient has two ends, and a step for each color that it leads through") {
    CHECK_THAT(refused({"color", "gradient", "red"}).err, Catch::Contains("two colors or more"));
    CHECK_THAT(refused({"color", "gradient", "red", "lime", "blue", "--steps", "2"}).err,
               Catch::Contains("through 3 colors: --steps 3 or more"));
    CHECK(did({"color", "gradient", "red", "blue", "--steps", "2"}) == "#ff0000\n#0000ff\n");
}

TEST_CASE("a name tells which color has it, and what others see stands beside what is") {
    CHECK(did({"color", "name", "--css", "--json", "#ff0001"}) ==
          R"({"items":[{"given":"#ff0001","hex":"#ff0001","name":"red","named":"#ff0000",)"
          R"("difference":0.03}]})"
          "\n");
    CHECK(did({"color", "simulate", "--deficiency", "protan", "--format", "jsonl", "blue"}) ==
          R"({"given":"blue","hex":"#0000ff","seen":"#0059ff"})"
          "\n");
    const Place place;
    Terminal both(place.launched({"color", "simulate", "--deficiency", "protan", "blue"}));
    CHECK_THAT(both.see_end(), Catch::Contains("\x1b[48;2;0;0;255m") &&
                                   Catch::Contains("#0000ff  seen as  \x1b[48;2;0;89;255m"));
}

TEST_CASE("what is shown of a color ends with its last line, and two stand apart") {
    const Place place;
    Terminal one(place.launched({"color", "show", "red"}));
    CHECK_THAT(one.see_end(), Catch::EndsWith("5.25\r\n") && !Catch::Contains("\r\n\r\n"));
    Terminal two(place.launched({"color", "show", "red", "blue"}));
    CHECK_THAT(two.see_end(), Catch::Contains("5.25\r\n\r\n"));
}

TEST_CASE("two colors are compared by every formula, and in words") {
    CHECK(did({"color", "compare", "#0b3954", "#0c3a55"}) ==
          "0.32\t0.44\t0.34\t0.36\t1.01\tindistinguishable\n");
    CHECK(did({"color", "compare", "--json", "tomato", "gray"}) ==
          R"({"first":"#ff6347","second":"#808080","meaning":"two-colors","ciede2000":29.41,)"
          R"("cie76":76.85,"cmc":25.12,"ok":21.80,"contrast":1.34,"lightness":-9.63,)"
          R"("chroma":-19.55,"hue":null})"
          "\n");
    Place place;
    Terminal both(place.launched({"color", "compare", "black", "white"}));
    CHECK_THAT(both.see_end(),
               Catch::Contains("\x1b[48;2;0;0;0m▏       \x1b[0m\x1b[48;2;255;255;255m       ▕") &&
                   Catch::Contains("#000000 and #ffffff: two different colors"));
    CHECK_THAT(refused({"color", "compare", "red", "blu"}).err,
               Catch::Contains("WITH: \"blu\"") && Catch::Contains("did you mean blue?"));
}

TEST_CASE("colors are sorted, of words and of a stream, and stay as they stood where equal") {
    CHECK(did({"color", "sort", "blue", "#f00", "white", "red"}) ==
          "#ffffff\n#ff0000\n#ff0000\n#0000ff\n");
    CHECK(did({"color", "sort", "--by", "contrast", "--reference", "black", "--reverse"},
              "red\nwhite\nblack\n") == "#ffffff\n#ff0000\n#000000\n");
    CHECK(did({"color", "sort", "--by", "lightness", "--format", "jsonl", "red", "Black"}) ==
          R"({"given":"Black","made":"#000000","hex":"#000000"}
{"given":"red","made":"#ff0000","hex":"#ff0000"}
)");
    const Ran many = refused_line("yes '#abc' | head -n 1000001 | palettectl color sort");
    CHECK(many.out.empty());
    CHECK_THAT(many.err, Catch::Contains("more than 1000000 colors to sort"));
}

TEST_CASE("distinct colors are the same each time, and tell how near the nearest are") {
    const std::string three = did({"color", "distinct", "3", "--from", "#0b3954"});
    CHECK(three == did({"color", "distinct", "3", "--from", "#0b3954"}));
    CHECK(three.starts_with("#0b3954\n"));
    CHECK(std::ranges::count(three, '\n') == 3);
    CHECK(did({"color", "distinct", "8"}) != did({"color", "distinct", "8", "--seed", "1"}));
    CHECK_THAT(did({"color", "distinct", "2", "--json", "--by", "ok", "--cvd"}),
               Catch::Contains(R"("measure":"ok","least_difference":)"));
    CHECK_THAT(refused({"color", "distinct", "65"}).err, Catch::Contains("1 to 64"));
    CHECK_THAT(refused({"color", "distinct", "1", "--from", "red", "--from", "blue"}).err,
               Catch::Contains("2 colors are more than the 1 wanted"));
    CHECK_THAT(
        refused({"color", "distinct", "2", "--on", "white", "--on", "black", "--on", "#767676"})
            .err,
        Catch::Contains("no color has a contrast of 3"));
}

TEST_CASE("what is no line of text on stdin is refused with its number") {
    CHECK_THAT(refused({"color", "convert"}, "red\nred /* \xff */\n").err,
               Catch::Contains("line 2 is not UTF-8"));
    const Ran endless = refused_line(
        "(echo red; head -c 200000 /dev/zero | tr '\\0' a) | palettectl color convert");
    CHECK(endless.out == "#ff0000\n");
    CHECK_THAT(endless.err, Catch::Contains("line 2: no color has more than 4096 bytes"));
    CHECK(endless.err.size() < 200);
    // A line in two blocks is one line.
    const std::string blanks(70'000, '\n');
    CHECK(did({"color", "convert"}, blanks + "red\n" + blanks + "lime") == "#ff0000\n#00ff00\n");
}

TEST_CASE("a terminal is told what it is taken for and why, and shown samples") {
    const Place place;
    Terminal terminal(place.launched({"color", "check-terminal"}));
    CHECK_THAT(terminal.see_end(),
               Catch::Contains("truecolor") && Catch::Contains("COLORTERM=truecolor") &&
                   Catch::Contains("window") && Catch::Contains("\x1b[48;2;") &&
                   Catch::Contains("\x1b[48;5;231m") && Catch::Contains("\x1b[107m") &&
                   Catch::Contains("#0b3954 \x1b[48;2;11;57;84m▏      ▕") &&
                   Catch::Contains("日本語      |"));
    Terminal colorless(place.launched({"color", "check-terminal", "--color", "never"}));
    CHECK_THAT(colorless.see_end(), Catch::Contains("--color never") && Catch::Contains("|") &&
                                        !Catch::Contains("\x1b["));
    Terminal plain(place.launched({"color", "check-terminal", "--plain"}));
    CHECK_THAT(plain.see_end(), Catch::Contains("columns: 80") && !Catch::Contains("|"));
    CHECK_THAT(did({"color", "check-terminal"}),
               Catch::StartsWith("terminal\tfalse\ndepth\tnone\nbecause\tnot a terminal\n"));
}

TEST_CASE("in plain words colors are told by hex and name, and nothing is drawn or aligned") {
    Place place;
    const auto told = [&](const std::vector<std::string>& words) {
        Terminal terminal(place.launched(words));
        std::string shown = terminal.see_end();
        CHECK(terminal.code() == 0);
        CHECK_THAT(shown, !Catch::Contains("\x1b[") && !Catch::Contains("  "));
        return shown;
    };
    CHECK_THAT(told({"color", "show", "--plain", "#0b3954"}),
               Catch::Contains("hex: #0b3954\r\nname: Incremental Blue\r\n"));
    CHECK_THAT(told({"color", "scale", "--plain", "--steps", "3", "white"}),
               Catch::Contains("#ffffff white\r\n"));
    CHECK_THAT(told({"color", "convert", "--plain", "--to", "hsl", "hsl(0 100% 50%)"}),
               Catch::Contains("#ff0000 red: hsl(0 100% 50%)\r\n"));
    CHECK_THAT(
        told({"color", "contrast", "--plain", "--color", "always", "black", "white"}),
        Catch::Contains("#000000 black on #ffffff white\r\nWCAG 2: 21.00, enough for AAA\r\n"));
    CHECK_THAT(told({"color", "name", "--plain", "#0b3954"}),
               Catch::StartsWith("#0b3954 Incremental Blue, which is #123456, 1.76 away\r\n"));
    CHECK(did({"color", "name", "--plain", "#0b3954"}) == "Incremental Blue\n");
    const auto file = place.folder() / "two.hex";
    replace_file(file, "#000000\n#ffffff\n");
    CHECK(told({"contrast", "--plain", file.string()}) ==
          "1 #000000 black on 2 #ffffff white: 21.00, AAA\r\n");
    CHECK_THAT(told({"palette", "preview", "--plain", file.string()}),
               Catch::Contains("text: 2 #ffffff white on 1 #000000 black: 21.00, AAA\r\n"));
}

TEST_CASE("a terminal is shown swatches beside the hex") {
    Place place;
    Terminal show(place.launched({"color", "show", "#0b3954"}));
    CHECK_THAT(show.see_end(), Catch::Contains("\x1b[48;2;11;57;84m") &&
                                   Catch::Contains("#0b3954") && Catch::Contains("on white"));
    CHECK(show.code() == 0);
}
