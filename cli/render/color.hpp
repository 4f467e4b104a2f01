// What the commands on colors print.
#pragma once

#include "api/describe.hpp"
#include "api/names.hpp"
#include "api/palette.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"
#include "color/contrast.hpp"
#include "color/convert.hpp"

#include <string>
#include <vector>

// Its words, found beside the enumeration.
namespace palette::color {

constexpr api::ChoiceRule choice_rule(WcagGrade) {
    return {"Grade", "what a contrast is enough for", wcag_grade_names};
}

}  // namespace palette::color

namespace palette::cli {

inline constexpr api::DecimalRule contrast_rule{"Contrast", "a ratio of 1 to 21", 451, 100, 2100};
using Contrast = api::Decimal<contrast_rule>;
inline constexpr api::DecimalRule lightness_contrast_rule{
    "LightnessContrast", "Lc of APCA, negative for light text on dark", 7111, -11'000, 11'000};
using LightnessContrast = api::Decimal<lightness_contrast_rule>;

// Whether there is little room beside a swatch.
[[nodiscard]] bool is_narrow(const View& view);
// A swatch and two blanks, less wide where that is so; nothing without colors.
[[nodiscard]] std::string wide_swatch(color::Color color, const View& view);
// "4.51"
[[nodiscard]] std::string decimal_text(std::int64_t hundredths);

// Never rounded up to what it does not reach.
[[nodiscard]] Contrast contrast_of(double ratio);

// All that there is to say of a color.
struct ColorShown {
    api::HexColor hex;
    api::Line rgb;
    api::Line hsl;
    api::Line hwb;
    api::Line lab;
    api::Line lch;
    api::Line oklab;
    api::Line oklch;
    api::Line name;
    api::Line css_name;
    Contrast on_white;
    Contrast on_black;
    bool in_srgb = true;

    static constexpr std::string_view name_of_shape = "ColorShown";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorShown::hex>("In 8 bits; mapped into sRGB where that cannot show it"),
            field<&ColorShown::rgb>("The same as CSS writes it"),
            field<&ColorShown::hsl>("Hue, saturation, lightness"),
            field<&ColorShown::hwb>("Hue, whiteness, blackness"),
            field<&ColorShown::lab>("CIE Lab, relative to D50"),
            field<&ColorShown::lch>("The same in polar form"),
            field<&ColorShown::oklab>("OKLab"),
            field<&ColorShown::oklch>("The same in polar form"),
            field<&ColorShown::name>("The nearest of many names"),
            field<&ColorShown::css_name>("The nearest name of CSS"),
            field<&ColorShown::on_white>("WCAG 2 contrast with white"),
            field<&ColorShown::on_black>("WCAG 2 contrast with black"),
            field<&ColorShown::in_srgb>(
                "Whether sRGB can show it; where not, hex, rgb, hsl and hwb "
                "are of the nearest that it can"),
        };
    }
};
[[nodiscard]] ColorShown shown_color(const color::Coordinates& color);
void append_tsv(Tsv& tsv, const ColorShown& shown);
extern const Printed printed_colors_shown;
[[nodiscard]] std::string text_of(const ColorShown& shown, const View& view);

// A color, and what was made of it.
struct ColorMade {
    api::Line given;
    api::Line made;
    api::HexColor hex;

    static constexpr std::string_view name_of_shape = "ColorMade";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorMade::given>("As it was given"),
            field<&ColorMade::made>("What it is, or became"),
            field<&ColorMade::hex>("The same in 8 bits"),
        };
    }
};
void append_tsv(Tsv& tsv, const ColorMade& made);
extern const Printed printed_colors_made;
[[nodiscard]] std::string text_of(const ColorMade& made, const View& view);

struct ColorItem {
    api::HexColor hex;

    static constexpr std::string_view name_of_shape = "ColorItem";
    static constexpr auto fields() { return std::array{api::field<&ColorItem::hex>("The color")}; }
};
struct ColorItems {
    api::List<ColorItem, 0, api::Colors::most> items{};

    static constexpr std::string_view name_of_shape = "ColorItems";
    static constexpr auto fields() {
        return std::array{api::field<&ColorItems::items>("The colors in their order")};
    }
};
[[nodiscard]] ColorItems items_of(const std::vector<color::Color>& colors);
inline constexpr std::array<Column, 1> color_item_columns{{{"hex"}}};
void append_tsv(Tsv& tsv, const ColorItem& item);
extern const Printed printed_colors;
[[nodiscard]] std::string text_of(const ColorItems& colors, const View& view);

// Text on a background.
struct ContrastShown {
    api::HexColor text;
    api::HexColor background;
    Contrast ratio;
    bool aa = false;
    bool aa_large = false;
    bool aaa = false;
    bool aaa_large = false;
    color::WcagGrade grade = color::WcagGrade::none;
    LightnessContrast apca;

    static constexpr std::string_view name_of_shape = "ContrastShown";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ContrastShown::text>("The text's color, as it is seen on the background"),
            field<&ContrastShown::background>("The background"),
            field<&ContrastShown::ratio>("WCAG 2 contrast"),
            field<&ContrastShown::aa>("Enough for AA, 4.5"),
            field<&ContrastShown::aa_large>("Enough for AA with large text, 3"),
            field<&ContrastShown::aaa>("Enough for AAA, 7"),
            field<&ContrastShown::aaa_large>("Enough for AAA with large text, 4.5"),
            field<&ContrastShown::grade>(
                "The most that it is enough for, AA-large being the least"),
            field<&ContrastShown::apca>("Lc of APCA"),
        };
    }
};
[[nodiscard]] ContrastShown contrast_shown(color::Color text, color::Color background);
void append_tsv(Tsv& tsv, const ContrastShown& shown);
extern const Printed printed_contrast;
[[nodiscard]] std::string text_of(const ContrastShown& shown, const View& view);

}  // namespace palette::cli
