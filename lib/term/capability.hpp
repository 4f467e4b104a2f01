// What the terminal behind a descriptor can show: whether there is one, how many colors, how wide.
//
// The facts are gathered once (surroundings_of) and decided on by pure functions.
// Sources: no-color.org, bixense.com/clicolors.
#pragma once

#include "base/environment.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace palette::term {

// The --color option.
enum class ColorMode : std::uint8_t { automatic, always, never };

enum class Depth : std::uint8_t { none, ansi16, ansi256, truecolor };

// Where nobody says how wide the terminal is.
inline constexpr std::size_t default_columns = 80;
// What COLUMNS may claim at most, since tables are padded to it.
inline constexpr std::size_t most_columns = 1000;

struct Surroundings {
    bool is_terminal = false;
    std::size_t window_columns = 0;  // as the kernel says; 0 when it does not know
    // Variables of these names; empty when unset.
    std::string no_color{};
    std::string clicolor_force{};
    std::string term{};
    std::string colorterm{};
    std::string columns{};
};

[[nodiscard]] Surroundings surroundings_of(int fd, const Environment& environment);

// The flag decides, then NO_COLOR, CLICOLOR_FORCE, TERM=dumb, and whether it is a terminal; how
// many colors is for COLORTERM and TERM to say. Where colors are demanded there are at least 16.
[[nodiscard]] Depth color_depth(ColorMode mode, const Surroundings& around);

// The same, and what decided it: "COLORTERM=truecolor", "--color never", "not a terminal". It holds
// a variable's value as it was found.
struct DecidedDepth {
    Depth depth = Depth::none;
    std::string because{};
};
[[nodiscard]] DecidedDepth decided_depth(ColorMode mode, const Surroundings& around);

// The window's width, else COLUMNS, else default_columns; 1 to most_columns.
[[nodiscard]] std::size_t columns_of(const Surroundings& around);

struct Terminal {
    bool is_terminal = false;  // somebody looks
    bool redraws = false;      // and a line can be taken back
    Depth depth = Depth::none;
    std::size_t columns = default_columns;
};

[[nodiscard]] Terminal terminal_of(ColorMode mode, const Surroundings& around);

}  // namespace palette::term
