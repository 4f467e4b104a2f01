#include "term/capability.hpp"

#include "base/fd.hpp"
#include "catch.hpp"

#include <map>

using namespace palette::term;

namespace {

Surroundings terminal(std::string term, std::string colorterm = "") {
    return {.is_terminal = true, .term = std::move(term), .colorterm = std::move(colorterm)};
}

}  // namespace

TEST_CASE("the depth is what COLORTERM and TERM announce") {
    struct Row {
        const char* term;
        const char* colorterm;
        Depth depth;
    };
    const auto row = GENERATE(
        Row{"xterm-256color", "truecolor", Depth::truecolor},
        Row{"tmux-256color", "24bit", Depth::truecolor}, Row{"xterm-kitty", "", Depth::truecolor},
        Row{"xterm-direct", "", Depth::truecolor}, Row{"xterm-256color", "", Depth::ansi256},
        Row{"xterm", "", Depth::ansi16}, Row{"linux", "yes", Depth::ansi16},
        Row{"vt100", "", Depth::none}, Row{"", "", Depth::none},
        Row{"dumb", "truecolor", Depth::none});
    CAPTURE(row.term, row.colorterm);
    CHECK(color_depth(ColorMode::automatic, terminal(row.term, row.colorterm)) == row.depth);
}

TEST_CASE("the flag goes before everything") {
    Surroundings around = terminal("xterm-256color");
    around.no_color = "1";
    CHECK(color_depth(ColorMode::always, around) == Depth::ansi256);
    around.no_color = "";
    around.clicolor_force = "1";
    CHECK(color_depth(ColorMode::never, around) == Depth::none);
    CHECK(color_depth(ColorMode::always, Surroundings{.term = "dumb"}) == Depth::ansi16);
    CHECK(color_depth(ColorMode::always, Surroundings{}) == Depth::ansi16);
}

TEST_CASE("then NO_COLOR, then CLICOLOR_FORCE, then TERM=dumb, then whether it is a terminal") {
    Surroundings around{.no_color = "1", .clicolor_force = "1", .term = "xterm-256color"};
    CHECK(color_depth(ColorMode::automatic, around) == Depth::none);
    around.no_color = "";
    CHECK(color_depth(ColorMode::automatic, around) == Depth::ansi256);
    around.term = "dumb";
    CHECK(color_depth(ColorMode::automatic, around) == Depth::ansi16);
    around.clicolor_force = "0";
    around.is_terminal = true;
    CHECK(color_depth(ColorMode::automatic, around) == Depth::none);
    around.term = "xterm-256color";
    CHECK(color_depth(ColorMode::automatic, around) == Depth::ansi256);
    around.is_terminal = false;
    CHECK(color_depth(ColorMode::automatic, around) == Depth::none);
}

TEST_CASE("the width is the window's, else COLUMNS, else 80") {
    CHECK(columns_of({.window_columns = 132, .columns = "100"}) == 132);
    CHECK(columns_of({.columns = "100"}) == 100);
    CHECK(columns_of({}) == 80);
    CHECK(columns_of({.window_columns = 65535}) == most_columns);
}

TEST_CASE("a COLUMNS that is no width is ignored, an enormous one is cut") {
    const auto* claimed = GENERATE("0", "-5", "12x", " 12", "99999999999999999999999", "wide");
    CAPTURE(claimed);
    CHECK(columns_of({.columns = claimed}) == default_columns);
    CHECK(columns_of({.columns = "1000000"}) == most_columns);
}

TEST_CASE("a dumb terminal is not redrawn, a pipe neither") {
    CHECK(terminal_of(ColorMode::automatic, terminal("xterm")).redraws);
    CHECK_FALSE(terminal_of(ColorMode::automatic, terminal("dumb")).redraws);
    CHECK_FALSE(terminal_of(ColorMode::always, Surroundings{.term = "xterm"}).redraws);
    // Somebody looks at it all the same.
    CHECK(terminal_of(ColorMode::automatic, terminal("dumb")).is_terminal);
    CHECK_FALSE(terminal_of(ColorMode::always, Surroundings{.term = "xterm"}).is_terminal);
}

TEST_CASE("a pipe is seen to be no terminal and the variables are taken from the environment") {
    const palette::Pipe pipe = palette::make_pipe();
    const std::map<std::string, std::string> variables{{"TERM", "xterm"},
                                                       {"NO_COLOR", "1"},
                                                       {"CLICOLOR_FORCE", "2"},
                                                       {"COLORTERM", "24bit"},
                                                       {"COLUMNS", "90"}};
    const Surroundings around =
        surroundings_of(pipe.write.get(), [&](const char* name) -> std::optional<std::string> {
            const auto found = variables.find(name);
            if (found == variables.end()) return std::nullopt;
            return found->second;
        });
    CHECK_FALSE(around.is_terminal);
    CHECK(around.window_columns == 0);
    CHECK(around.term == "xterm");
    CHECK(around.no_color == "1");
    CHECK(around.clicolor_force == "2");
    CHECK(around.colorterm == "24bit");
    CHECK(columns_of(around) == 90);
}

TEST_CASE("what decided the depth is named") {
    const auto because = [](ColorMode mode, const Surroundings& around) {
        return decided_depth(mode, around).because;
    };
    const Surroundings colorful = terminal("xterm-256color", "truecolor");
    CHECK(because(ColorMode::automatic, colorful) == "COLORTERM=truecolor");
    CHECK(because(ColorMode::automatic, terminal("xterm")) == "TERM=xterm");
    CHECK(because(ColorMode::automatic, terminal("dumb")) == "TERM=dumb");
    CHECK(because(ColorMode::never, colorful) == "--color never");
    CHECK(because(ColorMode::always, colorful) == "--color always and COLORTERM=truecolor");
    CHECK(because(ColorMode::always, {}) == "--color always");
    CHECK(because(ColorMode::automatic, {}) == "not a terminal");
    CHECK(because(ColorMode::automatic, {.no_color = "1"}) == "NO_COLOR=1");
    CHECK(because(ColorMode::automatic, {.clicolor_force = "1", .term = "xterm-kitty"}) ==
          "CLICOLOR_FORCE=1 and TERM=xterm-kitty");
}
