#include "term/paint.hpp"

#include "term/indexed_color.hpp"

namespace palette::term {

namespace {

constexpr int foreground_base = 30;
constexpr int background_base = 40;
constexpr int bright_step = 60;   // from 30-37 to 90-97, from 40-47 to 100-107
constexpr int extended_step = 8;  // 38 and 48 take a color as parameters

std::string parameters_of(color::Color color, Depth depth, int base) {
    const std::string extended = std::to_string(base + extended_step);
    switch (depth) {
        case Depth::none:
            return {};
        case Depth::ansi16: {
            const int index = nearest_of_16(color);
            return std::to_string(index < 8 ? base + index : base + bright_step + index - 8);
        }
        case Depth::ansi256:
            return extended + ";5;" + std::to_string(nearest_of_256(color));
        case Depth::truecolor:
            return extended + ";2;" + std::to_string(color.r) + ';' + std::to_string(color.g) +
                   ';' + std::to_string(color.b);
    }
    return {};
}

}  // namespace

std::string Painter::foreground(color::Color color) const {
    return sequence(parameters_of(color, depth_, foreground_base));
}

std::string Painter::background(color::Color color) const {
    return sequence(parameters_of(color, depth_, background_base));
}

std::string Painter::styled(std::string_view style, std::string_view text) const {
    if (style.empty()) return std::string(text);
    return std::string(style).append(text) + reset();
}

std::string Painter::sequence(std::string_view parameters) const {
    if (!paints()) return {};
    return std::string("\x1b[").append(parameters) + 'm';
}

}  // namespace palette::term
