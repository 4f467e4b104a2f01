// What the colors of a terminal's theme are for, and what its files call them.
//
// Readers give a color its role beside the name that the file has for it, and writers put colors of
// these roles where they belong: so a theme goes from one terminal to another unchanged. Colors
// without such a role take what is free, the 16 of ANSI first.
#pragma once

#include "formats/record.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace palette::formats {

struct TerminalRole {
    std::string_view role;
    std::string_view kitty;  // this and what follows is empty where there is none
    std::string_view xresources;
    std::string_view alacritty;  // the table below `colors`, and the key in it
    std::string_view iterm;
    std::string_view windows;  // of Windows Terminal
    std::string_view vscode;
};

inline constexpr std::array terminal_roles{
    TerminalRole{"ansi-0", "color0", "color0", "normal.black", "Ansi 0 Color", "black",
                 "terminal.ansiBlack"},
    TerminalRole{"ansi-1", "color1", "color1", "normal.red", "Ansi 1 Color", "red",
                 "terminal.ansiRed"},
    TerminalRole{"ansi-2", "color2", "color2", "normal.green", "Ansi 2 Color", "green",
                 "terminal.ansiGreen"},
    TerminalRole{"ansi-3", "color3", "color3", "normal.yellow", "Ansi 3 Color", "yellow",
                 "terminal.ansiYellow"},
    TerminalRole{"ansi-4", "color4", "color4", "normal.blue", "Ansi 4 Color", "blue",
                 "terminal.ansiBlue"},
    TerminalRole{"ansi-5", "color5", "color5", "normal.magenta", "Ansi 5 Color", "purple",
                 "terminal.ansiMagenta"},
    TerminalRole{"ansi-6", "color6", "color6", "normal.cyan", "Ansi 6 Color", "cyan",
                 "terminal.ansiCyan"},
    TerminalRole{"ansi-7", "color7", "color7", "normal.white", "Ansi 7 Color", "white",
                 "terminal.ansiWhite"},
    TerminalRole{"ansi-8", "color8", "color8", "bright.black", "Ansi 8 Color", "brightBlack",
                 "terminal.ansiBrightBlack"},
    TerminalRole{"ansi-9", "color9", "color9", "bright.red", "Ansi 9 Color", "brightRed",
                 "terminal.ansiBrightRed"},
    TerminalRole{"ansi-10", "color10", "color10", "bright.green", "Ansi 10 Color", "brightGreen",
                 "terminal.ansiBrightGreen"},
    TerminalRole{"ansi-11", "color11", "color11", "bright.yellow", "Ansi 11 Color", "brightYellow",
                 "terminal.ansiBrightYellow"},
    TerminalRole{"ansi-12", "color12", "color12", "bright.blue", "Ansi 12 Color", "brightBlue",
                 "terminal.ansiBrightBlue"},
    TerminalRole{"ansi-13", "color13", "color13", "bright.magenta", "Ansi 13 Color", "brightPurple",
                 "terminal.ansiBrightMagenta"},
    TerminalRole{"ansi-14", "color14", "color14", "bright.cyan", "Ansi 14 Color", "brightCyan",
                 "terminal.ansiBrightCyan"},
    TerminalRole{"ansi-15", "color15", "color15", "bright.white", "Ansi 15 Color", "brightWhite",
                 "terminal.ansiBrightWhite"},
    TerminalRole{"background", "background", "background", "primary.background", "Background Color",
                 "background", "terminal.background"},
    TerminalRole{"foreground", "foreground", "foreground", "primary.foreground", "Foreground Color",
                 "foreground", "terminal.foreground"},
    TerminalRole{"cursor", "cursor", "cursorColor", "cursor.cursor", "Cursor Color", "cursorColor",
                 "terminalCursor.foreground"},
    TerminalRole{"cursor-text", "cursor_text_color", "cursorColor2", "cursor.text",
                 "Cursor Text Color", "", "terminalCursor.background"},
    TerminalRole{"selection-background", "selection_background", "highlightColor",
                 "selection.background", "Selection Color", "selectionBackground",
                 "terminal.selectionBackground"},
    TerminalRole{"selection-foreground", "selection_foreground", "highlightTextColor",
                 "selection.text", "Selected Text Color", "", "terminal.selectionForeground"},
    TerminalRole{"bold", "", "", "", "Bold Color", "", ""},
    TerminalRole{"link", "", "", "", "Link Color", "", ""},
    TerminalRole{"cursor-guide", "", "", "", "Cursor Guide Color", "", ""},
    TerminalRole{"badge", "", "", "", "Badge Color", "", ""},
    TerminalRole{"tab", "", "", "", "Tab Color", "", ""},
};

// A place for one color in a file of some kind.
struct Slot {
    std::string_view role;
    std::string_view name;
};

using SlotName = std::string_view TerminalRole::*;  // &TerminalRole::kitty

[[nodiscard]] constexpr std::size_t number_of_slots(SlotName name) {
    return static_cast<std::size_t>(std::ranges::count_if(
        terminal_roles, [&](const TerminalRole& row) { return !(row.*name).empty(); }));
}
[[nodiscard]] std::vector<Slot> slots_of(SlotName name);

// Null when there is none of that name.
[[nodiscard]] const Slot* slot_named(std::span<const Slot> slots, std::string_view name);

// Gives colors with the names of a theme their roles, if all 16 of ANSI are among them: what has
// but some of the names is none.
void give_roles(std::span<RecordColor> colors, SlotName name);

// The color in each slot; null where it stays free. The first of a role has its slot, all others
// what is free, in their order. There must be no more colors than slots.
[[nodiscard]] std::vector<const RecordColor*> in_slots(const Record& record,
                                                       std::span<const Slot> slots);

// "#rrggbb": terminals know no alpha.
[[nodiscard]] std::string opaque_hex(color::Color color);

}  // namespace palette::formats
