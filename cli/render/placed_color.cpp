#include "cli/render/placed_color.hpp"

#include "color/hex.hpp"
#include "term/swatch.hpp"

namespace palette::cli {

PlacedColor placed_color(const api::Colors& colors, std::size_t index) {
    return {api::ColorPlace::clamped(index + 1), colors[index].hex};
}

std::string swatch_before(color::Color color, const View& view) {
    constexpr std::size_t swatch_columns = 2;
    const std::string swatch = term::swatch(color, view.painter, swatch_columns).text;
    return swatch.empty() ? swatch : swatch + " ";
}

std::string text_of(const PlacedColor& color, const View& view) {
    return std::to_string(color.place.number()) + " " + swatch_before(color.hex, view) +
           (view.painter.is_plain() ? term::named_hex(color.hex) : color::to_hex(color.hex));
}

}  // namespace palette::cli
