// The noun `color`: colors made of colors.
#pragma once

#include "cli/command_line/color_choices.hpp"
#include "cli/command_line/command.hpp"
#include "cli/input/color_stream.hpp"
#include "cli/render/color.hpp"
#include "color/harmony.hpp"
#include "color/mix.hpp"

namespace palette::cli {

inline constexpr api::WholeRule percent_rule{"Percent", "0 to 100", 50, 0, 100};
using Percent = api::Whole<percent_rule>;
inline constexpr api::WholeRule steps_rule{"Steps", "1 to 1,024", 7, 1, 1'024};
using Steps = api::Whole<steps_rule>;

struct ColorMix {
    ColorText color;
    ColorText with;
    Percent share = 50;
    color::Space in = color::Space::oklab;
    color::HueWay hue = color::HueWay::shorter;

    static constexpr std::string_view name_of_shape = "ColorMix";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorMix::color>("One color"),
            field<&ColorMix::with>("The other"),
            field<&ColorMix::share>("How much of the other, in percent"),
            field<&ColorMix::in>("The space to mix in"),
            field<&ColorMix::hue>("Where that has a hue: which way it goes"),
        };
    }
    static constexpr Command command{
        .path = "color mix",
        .summary = "Mix two colors",
        .examples = {{{"color mix '#0b3954' '#bfd7ea'", "Half and half"},
                      {"color mix --share 20 --in oklch red blue", "A fifth of the other"}}},
        .positional = {"color", "with"},
        .prints = &printed_colors,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct ColorGradient {
    ColorArguments color;
    Steps steps = 7;
    color::Space in = color::Space::oklab;
    color::HueWay hue = color::HueWay::shorter;

    static constexpr std::string_view name_of_shape = "ColorGradient";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorGradient::color>("What it leads through; none, or -: one a line of stdin"),
            field<&ColorGradient::steps>("How many colors"),
            field<&ColorGradient::in>("The space of its line"),
            field<&ColorGradient::hue>("Where that has a hue: which way it goes"),
        };
    }
    static constexpr Command command{
        .path = "color gradient",
        .summary = "Make colors at equal steps between two or more",
        .examples = {{{"color gradient '#0b3954' '#bfd7ea' --steps 5", "From one to the other"},
                      {"color gradient red lime blue --in oklch", "Through three"}}},
        .positional = {"color"},
        .prints = &printed_colors,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct ColorScale {
    ColorText color;
    Steps steps = 11;

    static constexpr std::string_view name_of_shape = "ColorScale";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorScale::color>("The color, which is one of them"),
            field<&ColorScale::steps>("How many colors"),
        };
    }
    static constexpr Command command{
        .path = "color scale",
        .summary = "Make a scale of one hue, from light to dark",
        .examples = {{{"color scale '#0b3954'", "Eleven steps, as design systems have them"},
                      {"color scale tomato --steps 5 --format tsv", "A color a line"}}},
        .positional = {"color"},
        .prints = &printed_colors,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct ColorHarmony {
    ColorText color;
    color::Harmony kind = color::Harmony::triadic;

    static constexpr std::string_view name_of_shape = "ColorHarmony";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorHarmony::color>("The color, which is one of them"),
            field<&ColorHarmony::kind>("Where the others are on the circle of hues, equally "
                                       "light; monochromatic: of one hue, in steps of lightness"),
        };
    }
    static constexpr Command command{
        .path = "color harmony",
        .summary = "Make colors that go with one",
        .examples = {{{"color harmony '#0b3954'", "Two more, a third of the circle apart"},
                      {"color harmony tomato --kind complementary", "The one across"}}},
        .positional = {"color"},
        .prints = &printed_colors,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
