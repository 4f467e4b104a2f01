// The noun `palette`.
#pragma once

#include "api/palette.hpp"
#include "cli/command_line/command.hpp"
#include "cli/input/colors.hpp"

namespace palette::cli {

struct PaletteCreate {
    ColorWords color;
    api::Title title{"Untitled"};
    std::optional<api::Slug> slug{};
    api::Tags tag{};
    api::Description description{""};
    bool private_ = false;

    static constexpr std::string_view name_of_shape = "PaletteCreate";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PaletteCreate::color>("The colors in their order"),
            field<&PaletteCreate::title>("Name shown in listings"),
            field<&PaletteCreate::slug>("Name in references; made from the title when left out"),
            field<&PaletteCreate::tag>("A word to find it by; may be repeated"),
            field<&PaletteCreate::description>("A few sentences about it"),
            field<&PaletteCreate::private_>("Only you may see it"),
        };
    }
    static constexpr Command command{
        .path = "palette create",
        .summary = "Publish a new palette",
        .examples = {{{"palette create --title 'Sea Glass' '#0b3954' '#bfd7ea'",
                       "Two colors; the shell takes an unquoted # for a comment"},
                      {"palette create --title Dusk --tag calm --private - < colors.txt",
                       "Colors from a file, one a line"}}},
        .positional = {"color"},
        .when_missing = "no colors given: quote them ('#0b3954') or leave out the #",
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct PaletteShow {
    api::PaletteRef ref;
    bool long_ = false;

    static constexpr std::string_view name_of_shape = "PaletteShow";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PaletteShow::ref>("The palette"),
            field<&PaletteShow::long_>("All there is to know, not its colors alone"),
        };
    }
    static constexpr Command command{
        .path = "palette show",
        .summary = "Show a palette's colors; in a pipe one #rrggbb a line",
        .examples = {{{"palette show alice/sea-glass", "Swatches on a terminal"},
                      {"palette show --json 42", "All of it, for programs"}}},
        .positional = {"ref"},
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct PaletteList {
    std::optional<api::Username> user{};
    api::Limit limit = 20;
    std::optional<api::Cursor> after{};

    static constexpr std::string_view name_of_shape = "PaletteList";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PaletteList::user>("Only palettes of this person"),
            field<&PaletteList::limit>("Most palettes to list"),
            field<&PaletteList::after>("Where the page before ended"),
        };
    }
    static constexpr Command command{
        .path = "palette list",
        .summary = "List palettes, newest first",
        .examples = {{{"palette list --user alice", "Those of one person"},
                      {"palette list --limit 200 --format jsonl", "An object a line"}}},
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
