// A color beside what somebody with a color vision deficiency sees of it.
#pragma once

#include "api/describe.hpp"
#include "cli/render/color.hpp"

#include <string>

namespace palette::cli {

struct ColorSeen {
    api::Line given;
    api::HexColor hex;
    api::HexColor seen;

    static constexpr std::string_view name_of_shape = "ColorSeen";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorSeen::given>("As it was given"),
            field<&ColorSeen::hex>("The same in 8 bits"),
            field<&ColorSeen::seen>("What it looks like to them"),
        };
    }
};
void append_tsv(Tsv& tsv, const ColorSeen& shown);
extern const Printed printed_colors_seen;
[[nodiscard]] std::string text_of(const ColorSeen& shown, const View& view);

}  // namespace palette::cli
