// The noun `palette`.
#pragma once

#include "api/palette.hpp"
#include "cli/command_line/command.hpp"
#include "cli/input/colors.hpp"
#include "cli/render/palette.hpp"

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
            field<&PaletteCreate::color>("The colors in their order; - reads them from stdin"),
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
        .prints = &printed_palette,
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
                      {"palette show --json alice/sea-glass@1", "A revision, for programs"}}},
        .positional = {"ref"},
        .prints = &printed_colors_of_palette,
        .prints_with = {"--long", &printed_palette},
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

enum class ListOrder : std::uint8_t { new_, name, likes };
inline constexpr std::array<std::string_view, 3> list_order_words{"new", "name", "likes"};
constexpr api::ChoiceRule choice_rule(ListOrder) {
    return {"ListOrder", "newest first, by reference, or the most liked first", list_order_words};
}

struct PaletteList {
    std::optional<api::Username> user{};
    std::optional<api::Tag> tag{};
    ListOrder sort = ListOrder::new_;
    api::Limit limit = 20;
    std::optional<api::Cursor> after{};

    static constexpr std::string_view name_of_shape = "PaletteList";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PaletteList::user>("Only palettes of this person"),
            field<&PaletteList::tag>("Only palettes with this tag"),
            field<&PaletteList::sort>("In which order; likes: those that nobody likes come last, "
                                      "newest first"),
            field<&PaletteList::limit>("Most palettes to list"),
            field<&PaletteList::after>("Where the page before ended"),
        };
    }
    static constexpr Command command{
        .path = "palette list",
        .summary = "List palettes, by person and tag",
        .examples = {{{"palette list --user alice --tag calm --sort likes",
                       "Those of one person that have a tag, the most liked first"},
                      {"palette list --limit 200 --format jsonl", "An object a line"}}},
        .prints = &printed_palettes,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
