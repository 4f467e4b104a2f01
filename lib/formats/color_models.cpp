#include "formats/color_models.hpp"

#include "base/counted.hpp"
#include "color/convert.hpp"
#include "color/gamut.hpp"

#include <algorithm>
#include <cmath>

namespace palette::formats {

namespace {

constexpr double degrees_in_turn = 360;
constexpr double percent = 100;

}  // namespace

std::uint8_t byte_of(double part) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(part, 0.0, 1.0) * 255));
}

color::Color color_of_rgb(double red, double green, double blue) {
    return {byte_of(red), byte_of(green), byte_of(blue)};
}

color::Color color_of_gray(double light) {
    return color_of_rgb(light, light, light);
}

color::Color color_of_hsb(double hue, double saturation, double brightness) {
    const color::Vector rgb =
        color::convert({hue * degrees_in_turn, std::clamp(saturation, 0.0, 1.0) * percent,
                        std::clamp(brightness, 0.0, 1.0) * percent},
                       color::Space::hsv, color::Space::srgb);
    return color_of_rgb(rgb[0], rgb[1], rgb[2]);
}

color::Vector hsb_of(color::Color color) {
    const color::Vector hsv =
        color::convert(color::coordinates_of(color).values, color::Space::srgb, color::Space::hsv);
    return {hsv[0] / degrees_in_turn, hsv[1] / percent, hsv[2] / percent};
}

color::Color Conversions::cmyk(double cyan, double magenta, double yellow, double black) {
    ++cmyk_;
    const auto light = [&](double ink) { return (1 - ink) * (1 - black); };
    return color_of_rgb(light(cyan), light(magenta), light(yellow));
}

color::Color Conversions::lab(double lightness, double a, double b) {
    ++lab_;
    return color::to_color({.space = color::Space::lab, .values = {lightness, a, b}});
}

std::vector<std::string> Conversions::remarks() const {
    std::string colors;
    if (cmyk_ > 0) colors = counted(cmyk_, "CMYK color");
    if (lab_ > 0) colors += (colors.empty() ? "" : " and ") + counted(lab_, "Lab color");
    if (colors.empty()) return {};
    return {colors + (cmyk_ + lab_ == 1 ? " was" : " were") +
            " converted to sRGB without a profile"};
}

}  // namespace palette::formats
