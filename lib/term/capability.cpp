#include "term/capability.hpp"

#include "base/whole_number.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace palette::term {

namespace {

// Terminals that show true color but may not say so in COLORTERM.
constexpr std::array<std::string_view, 6> truecolor_terminals{
    "alacritty", "foot", "wezterm", "xterm-ghostty", "xterm-kitty", "iterm2"};

bool is_dumb(const Surroundings& around) {
    return around.term == "dumb";
}

bool shows_no_color(std::string_view term) {
    return term.empty() || term == "dumb" || term == "unknown" || term.starts_with("vt");
}

DecidedDepth announced_depth(const Surroundings& around) {
    const std::string_view term = around.term;
    const std::string by_term = "TERM=" + around.term;
    if (shows_no_color(term)) return {Depth::none, by_term};
    if (around.colorterm == "truecolor" || around.colorterm == "24bit") {
        return {Depth::truecolor, "COLORTERM=" + around.colorterm};
    }
    if (term.ends_with("-direct") || std::ranges::count(truecolor_terminals, term) > 0) {
        return {Depth::truecolor, by_term};
    }
    const bool has_256 = term.find("256color") != std::string_view::npos;
    return {has_256 ? Depth::ansi256 : Depth::ansi16, by_term};
}

// Who demands colors gets some.
DecidedDepth demanded_depth(const Surroundings& around, const std::string& by) {
    const DecidedDepth announced = announced_depth(around);
    if (announced.depth == Depth::none) return {Depth::ansi16, by};
    return {announced.depth, by + " and " + announced.because};
}

bool is_forced(const Surroundings& around) {
    return !around.clicolor_force.empty() && around.clicolor_force != "0";
}

std::size_t window_columns(int fd) {
    struct winsize size {};
    return ::ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

Surroundings surroundings_of(int fd, const Environment& environment) {
    const auto variable = [&](const char* name) { return environment(name).value_or(""); };
    const bool is_terminal = ::isatty(fd) == 1;
    return {.is_terminal = is_terminal,
            .window_columns = is_terminal ? window_columns(fd) : 0,
            .no_color = variable("NO_COLOR"),
            .clicolor_force = variable("CLICOLOR_FORCE"),
            .term = variable("TERM"),
            .colorterm = variable("COLORTERM"),
            .columns = variable("COLUMNS")};
}

DecidedDepth decided_depth(ColorMode mode, const Surroundings& around) {
    switch (mode) {
        case ColorMode::always:
            return demanded_depth(around, "--color always");
        case ColorMode::never:
            return {Depth::none, "--color never"};
        case ColorMode::automatic:
            break;
    }
    if (!around.no_color.empty()) return {Depth::none, "NO_COLOR=" + around.no_color};
    if (is_forced(around)) {
        return demanded_depth(around, "CLICOLOR_FORCE=" + around.clicolor_force);
    }
    if (!around.is_terminal) return {Depth::none, "not a terminal"};
    return announced_depth(around);
}

Depth color_depth(ColorMode mode, const Surroundings& around) {
    return decided_depth(mode, around).depth;
}

std::size_t columns_of(const Surroundings& around) {
    if (around.window_columns > 0) return std::min(around.window_columns, most_columns);
    const auto claimed = whole_number<std::size_t>(around.columns).value_or(0);
    return claimed == 0 ? default_columns : std::min(claimed, most_columns);
}

Terminal terminal_of(ColorMode mode, const Surroundings& around) {
    return {.is_terminal = around.is_terminal,
            .redraws = around.is_terminal && !is_dumb(around),
            .depth = color_depth(mode, around),
            .columns = columns_of(around)};
}

}  // namespace palette::term
