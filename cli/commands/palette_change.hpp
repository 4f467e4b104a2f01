// What becomes of a palette: edits, revisions, copies, its end.
#pragma once

#include "api/palette_change.hpp"
#include "cli/command_line/command.hpp"
#include "cli/input/color_edits.hpp"
#include "cli/render/lineage.hpp"
#include "cli/render/palette.hpp"

namespace palette::cli {

struct PaletteEdit {
    api::PaletteRef ref;
    std::optional<api::Title> title{};
    std::optional<api::Description> description{};
    std::optional<api::Slug> slug{};
    api::Tags tag{};
    bool no_tags = false;
    std::optional<api::Visibility> visibility{};
    std::optional<ColorLine> colors{};
    api::List<ColorText, 0, most_color_edits> add{};
    api::List<api::ColorPlace, 0, most_color_edits> remove{};
    api::List<SetColor, 0, most_color_edits> set{};
    api::List<MoveColor, 0, most_color_edits> move{};
    std::optional<api::Revision> if_rev{};

    static constexpr std::string_view name_of_shape = "PaletteEdit";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PaletteEdit::ref>("The palette, one of yours"),
            field<&PaletteEdit::title>("Name shown in listings"),
            field<&PaletteEdit::description>("A few sentences about it"),
            field<&PaletteEdit::slug>("Name in references; the old one is free again"),
            field<&PaletteEdit::tag>("A word to find it by, in place of those it has; may be "
                                     "repeated"),
            field<&PaletteEdit::no_tags>("Take all tags away"),
            field<&PaletteEdit::visibility>("Who may see it"),
            field<&PaletteEdit::colors>("Colors in place of those it has"),
            field<&PaletteEdit::add>("A color to add at the end; may be repeated"),
            field<&PaletteEdit::remove>("The place of a color to remove; may be repeated"),
            field<&PaletteEdit::set>("A color to put in the place of another; may be repeated"),
            field<&PaletteEdit::move>("A color to move, counted in what --set and --remove left; "
                                      "may be repeated"),
            field<&PaletteEdit::if_rev>("Only if it still has this revision, else exit with 5"),
        };
    }
    static constexpr Command command{
        .path = "palette edit",
        .summary = "Change a palette of yours; earlier revisions are kept",
        .examples = {{{"palette edit alice/sea-glass --title 'Sea Grass' --tag calm",
                       "What is not given stays"},
                      {"palette edit alice/sea-glass --remove 1 --add '#7fb2c4' --add tomato",
                       "Single colors; places count from 1"}}},
        .positional = {"ref"},
        .prints = &printed_palette,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct PaletteDelete {
    api::PaletteRef ref;
    bool yes = false;

    static constexpr std::string_view name_of_shape = "PaletteDelete";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PaletteDelete::ref>("The palette, one of yours"),
            field<&PaletteDelete::yes>("Do not ask"),
        };
    }
    static constexpr Command command{
        .path = "palette delete",
        .summary = "Delete a palette of yours with all its revisions; nothing brings it back",
        .examples = {{{"palette delete alice/sea-glass --yes", "Without asking"},
                      {"palette delete 41 --yes --json", "By its number; says what is gone"}}},
        .positional = {"ref"},
        .prints = &printed_deleted_palette,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct PaletteHistory {
    api::PaletteRef ref;
    api::Limit limit = 20;
    std::optional<api::Cursor> after{};

    static constexpr std::string_view name_of_shape = "PaletteHistory";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PaletteHistory::ref>("The palette"),
            field<&PaletteHistory::limit>("Most revisions to list"),
            field<&PaletteHistory::after>("Where the page before ended"),
        };
    }
    static constexpr Command command{
        .path = "palette history",
        .summary = "List the revisions of a palette, newest first",
        .examples = {{{"palette history alice/sea-glass", "Then: palette show alice/sea-glass@1"},
                      {"palette history 42 --format jsonl", "A whole palette a line"}}},
        .positional = {"ref"},
        .prints = &printed_palettes,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct PaletteFork {
    api::PaletteRef ref;
    std::optional<api::Slug> slug{};

    static constexpr std::string_view name_of_shape = "PaletteFork";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PaletteFork::ref>("The palette, or a revision of it"),
            field<&PaletteFork::slug>("Name in references; made from the title when left out"),
        };
    }
    static constexpr Command command{
        .path = "palette fork",
        .summary = "Publish a copy of a palette as yours; it points at its origin",
        .examples = {{{"palette fork alice/sea-glass --as bob", "A copy to go on with"},
                      {"palette fork alice/sea-glass@1 --slug first-glass",
                       "Of an earlier revision"}}},
        .positional = {"ref"},
        .prints = &printed_palette,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct PaletteLineage {
    api::PaletteRef ref;
    api::Limit limit = 20;
    std::optional<api::Cursor> after{};

    static constexpr std::string_view name_of_shape = "PaletteLineage";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PaletteLineage::ref>("The palette"),
            field<&PaletteLineage::limit>("Most forks to list"),
            field<&PaletteLineage::after>("Where the page before ended"),
        };
    }
    static constexpr Command command{
        .path = "palette lineage",
        .summary = "Show what a palette was made from, and its forks",
        .examples = {{{"palette lineage alice/sea-glass", "The first ancestor on top"},
                      {"palette lineage 42 --json", "For programs"}}},
        .positional = {"ref"},
        .prints = &printed_lineage,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct PaletteRevert {
    api::PaletteRef ref;

    static constexpr std::string_view name_of_shape = "PaletteRevert";
    static constexpr auto fields() {
        return std::array{
            api::field<&PaletteRevert::ref>("A revision of a palette of yours, such "
                                            "as alice/sea-glass@1")};
    }
    static constexpr Command command{
        .path = "palette revert",
        .summary = "Make an earlier revision of a palette the newest again",
        .examples = {{{"palette revert alice/sea-glass@1",
                       "Title, description, tags and colors; name and visibility stay"},
                      {"palette revert alice/sea-glass@1 --json", "Says what it is now"}}},
        .positional = {"ref"},
        .prints = &printed_palette,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
