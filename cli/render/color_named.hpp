// What a color is called.
#pragma once

#include "api/describe.hpp"
#include "cli/render/color_compare.hpp"
#include "color/naming.hpp"

#include <string>
#include <string_view>

namespace palette::cli {

struct ColorNamed {
    api::Line given;
    api::HexColor hex;
    api::Line name;
    api::HexColor named;
    ColorDifference difference;

    static constexpr std::string_view name_of_shape = "ColorNamed";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorNamed::given>("As it was given"),
            field<&ColorNamed::hex>("The same in 8 bits"),
            field<&ColorNamed::name>("The nearest name"),
            field<&ColorNamed::named>("The color that has the name"),
            field<&ColorNamed::difference>("How far that is from it in OKLab, times 100: 2 can "
                                           "just be noticed, 0 is the color itself"),
        };
    }
};
[[nodiscard]] ColorNamed shown_name(std::string_view given, color::Color color,
                                    const color::Naming& nearest);
void append_tsv(Tsv& tsv, const ColorNamed& shown);
extern const Printed printed_colors_named;
[[nodiscard]] std::string text_of(const ColorNamed& shown, const View& view);

}  // namespace palette::cli
