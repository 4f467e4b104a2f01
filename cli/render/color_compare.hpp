// How far apart two colors are.
#pragma once

#include "api/describe.hpp"
#include "cli/render/color.hpp"
#include "color/difference.hpp"

#include <optional>

// The words for it, found beside the enumeration.
namespace palette::color {

inline constexpr std::array<std::string_view, 5> likeness_words{"indistinguishable", "nearly-alike",
                                                                "close", "different", "two-colors"};
constexpr api::ChoiceRule choice_rule(Likeness) {
    return {"Likeness", "what CIEDE2000 means to who looks", likeness_words};
}

}  // namespace palette::color

namespace palette::cli {

inline constexpr api::DecimalRule difference_rule{"Difference", "a color difference of 0 or more",
                                                  1283, 0, 100'000'000};
using ColorDifference = api::Decimal<difference_rule>;
inline constexpr api::DecimalRule change_rule{"Change", "from the first color to the second", -1283,
                                              -100'000'000, 100'000'000};
using ColorChange = api::Decimal<change_rule>;

// To the nearest hundredth.
[[nodiscard]] ColorDifference difference_of(double value);

struct ColorsCompared {
    api::HexColor first;
    api::HexColor second;
    color::Likeness meaning{};
    ColorDifference ciede2000;
    ColorDifference cie76;
    ColorDifference cmc;
    ColorDifference ok;
    Contrast contrast;
    ColorChange lightness;
    ColorChange chroma;
    std::optional<ColorChange> hue{};

    static constexpr std::string_view name_of_shape = "ColorsCompared";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorsCompared::first>("One color in 8 bits"),
            field<&ColorsCompared::second>("The other"),
            field<&ColorsCompared::meaning>("What CIEDE2000 means to who looks, by Mokrzycki and "
                                            "Tatol: bounds at 1, 2, 3.5 and 5"),
            field<&ColorsCompared::ciede2000>("CIEDE2000"),
            field<&ColorsCompared::cie76>("CIE 1976: the distance in Lab"),
            field<&ColorsCompared::cmc>("CMC 2:1, the first being the standard"),
            field<&ColorsCompared::ok>("The distance in OKLab, times 100: 2 can just be noticed"),
            field<&ColorsCompared::contrast>("WCAG 2 contrast"),
            field<&ColorsCompared::lightness>("Of OKLCH, in percent, from the first to the second"),
            field<&ColorsCompared::chroma>("Of OKLCH, times 100, likewise"),
            field<&ColorsCompared::hue>("Of OKLCH, in degrees, the shorter way; none where a color "
                                        "has no hue"),
        };
    }
};
// Of the colors as they are, in or out of sRGB; contrast is that of the screen's. Alpha takes no
// part.
[[nodiscard]] ColorsCompared compared(const color::Coordinates& first,
                                      const color::Coordinates& second);
void append_tsv(Tsv& tsv, const ColorsCompared& shown);
extern const Printed printed_comparison;
[[nodiscard]] std::string text_of(const ColorsCompared& shown, const View& view);

}  // namespace palette::cli
