// A color of a palette with its place there.
#pragma once

#include "api/palette_change.hpp"
#include "cli/render/output.hpp"

#include <cstddef>
#include <string>

namespace palette::cli {

struct PlacedColor {
    api::ColorPlace place;
    api::HexColor hex;

    static constexpr std::string_view name_of_shape = "PlacedColor";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PlacedColor::place>("Its place in the palette, from 1"),
            field<&PlacedColor::hex>("The color"),
        };
    }
};

// The one at `index`, from 0.
[[nodiscard]] PlacedColor placed_color(const api::Colors& colors, std::size_t index);

// Two columns of it, where colors are shown, and a blank.
[[nodiscard]] std::string swatch_before(color::Color color, const View& view);
// "2 ## #bfd7ea", the swatch where colors are shown; in plain words its name behind.
[[nodiscard]] std::string text_of(const PlacedColor& color, const View& view);

}  // namespace palette::cli
