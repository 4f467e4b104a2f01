#include "formats/css_value.hpp"

#include "base/counted.hpp"
#include "color/css_names.hpp"
#include "color/gamut.hpp"
#include "color/hex.hpp"

namespace palette::formats {

namespace {

std::optional<color::Notation> notation_of(const std::optional<color::Color>& color) {
    if (!color) return std::nullopt;
    return color::Notation{color::coordinates_of(*color), true};
}

}  // namespace

std::optional<color::Notation> css_value_without_names(std::string_view value) {
    if (value.starts_with('#')) return notation_of(color::parse_hex(value));
    if (value.find('(') == std::string_view::npos) return std::nullopt;
    const auto notation = color::parse_css(value);
    return notation ? std::optional(*notation) : std::nullopt;
}

std::optional<color::Notation> css_value(std::string_view value) {
    const auto notation = css_value_without_names(value);
    return notation ? notation : notation_of(color::css_color_named(value));
}

color::Color ScreenColors::of(const color::Notation& notation) {
    if (!color::is_in_srgb(notation.color)) ++mapped_;
    return color::to_color(notation.color);
}

void ScreenColors::remark(Record& record) const {
    if (mapped_ == 0) return;
    record.remarks.push_back(counted(mapped_, "color") + " outside sRGB " +
                             (mapped_ == 1 ? "was" : "were") + " mapped into it");
}

}  // namespace palette::formats
