#include "term/text_on.hpp"

#include "term/indexed_color.hpp"

namespace palette::term {

namespace {

using color::Color;

// An index of the table is its own nearest, so that its color is painted as that index.
Color apart(Color text, Color background, std::uint8_t (*nearest)(Color color, Index but)) {
    const std::uint8_t below = nearest(background, std::nullopt);
    if (text == background || nearest(text, std::nullopt) != below) return text;
    return indexed_color(nearest(text, below));
}

Color painted_as(Color text, Color background, Depth depth) {
    switch (depth) {
        case Depth::ansi16:
            return apart(text, background, nearest_of_16);
        case Depth::ansi256:
            return apart(text, background, nearest_of_256);
        case Depth::none:
        case Depth::truecolor:
            break;
    }
    return text;
}

}  // namespace

std::string text_on(const Painter& painter, Color text, Color background) {
    return painter.background(background) +
           painter.foreground(painted_as(text, background, painter.depth()));
}

}  // namespace palette::term
