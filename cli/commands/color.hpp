// The noun `color`: what is known of colors, without any daemon.
#pragma once

#include "cli/command_line/color_choices.hpp"
#include "cli/command_line/command.hpp"
#include "cli/input/color_stream.hpp"
#include "cli/render/color.hpp"
#include "cli/render/color_named.hpp"
#include "cli/render/color_seen.hpp"
#include "color/vision.hpp"

#include <algorithm>

namespace palette::cli {

// hex and rgb are 8 bits, with alpha where there is some; the others are spaces, in their order.
enum class ColorNotation : std::uint8_t { hex, rgb, first_space };
inline constexpr std::size_t notations_of_8_bits = 2;
inline constexpr auto color_notation_words = [] {
    std::array<std::string_view, notations_of_8_bits + color::space_names.size()> words{"hex",
                                                                                        "rgb"};
    std::ranges::copy(color::space_names, words.begin() + notations_of_8_bits);
    return words;
}();
constexpr api::ChoiceRule choice_rule(ColorNotation) {
    return {"ColorNotation", "a notation", color_notation_words};
}

struct ColorShow {
    ColorArguments color;

    static constexpr std::string_view name_of_shape = "ColorShow";
    static constexpr auto fields() {
        return std::array{
            api::field<&ColorShow::color>("The colors; none, or -: one a line of "
                                          "stdin")};
    }
    static constexpr Command command{
        .path = "color show",
        .summary = "Show a color in every notation, its names and its contrasts",
        .examples = {{{"color show '#0b3954' tomato", "Quoted, or the shell takes # for a comment"},
                      {"color show --json 'oklch(70% 0.1 200)'", "For programs"}}},
        .positional = {"color"},
        .prints = &printed_colors_shown,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct ColorConvert {
    ColorArguments color;
    ColorNotation to = ColorNotation::hex;

    static constexpr std::string_view name_of_shape = "ColorConvert";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorConvert::color>("The colors; none, or -: one a line of stdin"),
            field<&ColorConvert::to>("What to write them as; hex and rgb hold what sRGB can show, "
                                     "and map the rest into it"),
        };
    }
    static constexpr Command command{
        .path = "color convert",
        .summary = "Write colors in another notation, a line each",
        .examples = {{{"color convert --to oklch '#0b3954' 'hsl(200deg 77% 19%)'", "Two of them"},
                      {"color convert --to hex < colors.txt", "However many, as they come"}}},
        .positional = {"color"},
        .prints = &printed_colors_made,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct ColorName {
    ColorArguments color;
    bool css = false;

    static constexpr std::string_view name_of_shape = "ColorName";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorName::color>("The colors; none, or -: one a line of stdin"),
            field<&ColorName::css>("Only the names that CSS knows"),
        };
    }
    static constexpr Command command{
        .path = "color name",
        .summary = "Say what people call a color: the nearest that has a name",
        .examples = {{{"color name '#0b3954'", "Of some 15,800 names"},
                      {"color name --css '#0b3954'", "Of the 148 of CSS"}}},
        .positional = {"color"},
        .prints = &printed_colors_named,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct ColorContrast {
    ColorText text;
    ColorText background;

    static constexpr std::string_view name_of_shape = "ColorContrast";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorContrast::text>("Of the text"),
            field<&ColorContrast::background>("What it stands on"),
        };
    }
    static constexpr Command command{
        .path = "color contrast",
        .summary = "Say how well text can be read on a background, by WCAG 2 and APCA",
        .examples = {{{"color contrast '#0b3954' white", "The ratio, and what it is enough for"},
                      {"color contrast --json black '#bfd7ea'", "For programs"}}},
        .positional = {"text", "background"},
        .prints = &printed_contrast,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

inline constexpr api::WholeRule severity_rule{"Severity", "percent, 0 to 100", 100, 0, 100};
using Severity = api::Whole<severity_rule>;

struct ColorSimulate {
    ColorArguments color;
    color::Deficiency deficiency = color::Deficiency::deutan;
    Severity severity = 100;

    static constexpr std::string_view name_of_shape = "ColorSimulate";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorSimulate::color>("The colors; none, or -: one a line of stdin"),
            field<&ColorSimulate::deficiency>("Which cones are lacking"),
            field<&ColorSimulate::severity>("How far, in percent"),
        };
    }
    static constexpr Command command{
        .path = "color simulate",
        .summary = "Show colors as people with a color vision deficiency see them",
        .examples = {{{"color simulate red green", "To those who lack cones of green"},
                      {"color simulate --deficiency tritan --severity 60 '#0b3954'",
                       "In part, of blue"}}},
        .positional = {"color"},
        .prints = &printed_colors_seen,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
