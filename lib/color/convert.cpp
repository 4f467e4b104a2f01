#include "color/convert.hpp"

#include "color/hue.hpp"
#include "color/hue_forms.hpp"
#include "color/lab.hpp"
#include "color/rgb_spaces.hpp"
#include "color/transfer.hpp"

namespace palette::color {

namespace {

template <const Matrix& m>
Vector times(const Vector& v) {
    return m * v;
}

template <double (*function)(double)>
Vector each(const Vector& v) {
    return {function(v[0]), function(v[1]), function(v[2])};
}

template <double (*decode)(double), const Matrix& m>
Vector lit_up(const Vector& encoded) {
    return m * each<decode>(encoded);
}

template <const Matrix& m, double (*encode)(double)>
Vector written_down(const Vector& xyz) {
    return each<encode>(m * xyz);
}

// How a space hangs below another one.
struct Link {
    Space space;
    Space parent;
    int depth;
    Vector (*up)(const Vector&);
    Vector (*down)(const Vector&);
};

constexpr std::array links{
    Link{Space::srgb, Space::srgb_linear, 2, each<srgb_decoded>, each<srgb_encoded>},
    Link{Space::srgb_linear, Space::xyz_d65, 1, times<srgb_to_xyz>, times<xyz_to_srgb>},
    Link{Space::hsl, Space::srgb, 3, from_hsl, to_hsl},
    Link{Space::hsv, Space::srgb, 3, from_hsv, to_hsv},
    Link{Space::hwb, Space::srgb, 3, from_hwb, to_hwb},
    Link{Space::xyz_d50, Space::xyz_d65, 1, times<d50_to_d65>, times<d65_to_d50>},
    Link{Space::xyz_d65, Space::xyz_d65, 0, nullptr, nullptr},
    Link{Space::lab, Space::xyz_d50, 2, from_lab, to_lab},
    Link{Space::lch, Space::lab, 3, to_axes, to_polar},
    Link{Space::oklab, Space::xyz_d65, 1, from_oklab, to_oklab},
    Link{Space::oklch, Space::oklab, 2, to_axes, to_polar},
    Link{Space::display_p3, Space::display_p3_linear, 2, each<srgb_decoded>, each<srgb_encoded>},
    Link{Space::display_p3_linear, Space::xyz_d65, 1, times<p3_to_xyz>, times<xyz_to_p3>},
    Link{Space::rec2020, Space::xyz_d65, 1, lit_up<rec2020_decoded, rec2020_to_xyz>,
         written_down<xyz_to_rec2020, rec2020_encoded>},
    Link{Space::a98_rgb, Space::xyz_d65, 1, lit_up<a98_decoded, a98_to_xyz>,
         written_down<xyz_to_a98, a98_encoded>},
    Link{Space::prophoto_rgb, Space::xyz_d50, 2, lit_up<prophoto_decoded, prophoto_to_xyz>,
         written_down<xyz_to_prophoto, prophoto_encoded>},
};

constexpr const Link& link_of(Space space) {
    return links[static_cast<std::size_t>(space)];
}

constexpr bool is_a_tree() {
    for (std::size_t i = 0; i < links.size(); ++i) {
        const Link& link = links[i];
        if (static_cast<std::size_t>(link.space) != i) return false;
        if (link.depth != 0 && link_of(link.parent).depth != link.depth - 1) return false;
    }
    return true;
}
static_assert(is_a_tree());

// Where both are on the way to the root, the way is the shortest, so that nothing is rounded that
// need not be.
Vector along_the_tree(Vector values, Space from, Space to) {
    const Link& here = link_of(from);
    const Link& there = link_of(to);
    if (from == to) return values;
    if (here.depth >= there.depth && here.depth > 0) {
        return along_the_tree(here.up(values), here.parent, to);
    }
    return there.down(along_the_tree(values, from, there.parent));
}

// Chroma, or what stands for it, below which a hue is no more than rounding. Source: CSS Color 4,
// sections 7 to 9.
bool is_hueless(const Vector& values, Space space) {
    switch (space) {
        case Space::lch:
            return values[1] <= 0.0015;
        case Space::oklch:
            return values[1] <= 0.000004;
        case Space::hwb:
            return values[1] + values[2] >= 99.999;
        default:
            return values[1] <= 0.001;
    }
}

}  // namespace

Coordinates convert(const Coordinates& color, Space space) {
    if (color.space == space) return color;
    Coordinates converted{.space = space,
                          .values = along_the_tree(color.values, color.space, space),
                          .alpha = color.alpha};
    if (color.missing.has(Missing::alpha)) converted.missing.add(Missing::alpha);
    const auto hue = hue_of(space);
    if (hue && is_hueless(converted.values, space)) {
        converted.values[*hue] = 0;
        converted.missing.add(*hue);
    }
    return converted;
}

Coordinates coordinates_of(Color color) {
    constexpr double most = 255;
    return {.values = {color.r / most, color.g / most, color.b / most}, .alpha = color.a / most};
}

Vector convert(const Vector& values, Space from, Space to) {
    return along_the_tree(values, from, to);
}

}  // namespace palette::color
