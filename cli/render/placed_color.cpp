#include "cli/render/placed_color.hpp"

#include "color/hex.hpp"

namespace palette::cli {

PlacedColor placed_color(const api::Colors& colors, std::size_t index) {
    return {api::ColorPlace::clamped(index + 1), colors[index].hex};
}

std::string swatch_before(color::Color color, const View& view) {
    const term::Painter& painter = view.painter;
    return painter.paints() ? painter.styled(painter.background(color), "  ") + " " : "";
}

std::string text_of(const PlacedColor& color, const View& view) {
    return std::to_string(color.place.number()) + " " + swatch_before(color.hex, view) +
           color::to_hex(color.hex);
}

}  // namespace palette::cli
