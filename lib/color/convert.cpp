#include "color/convert.hpp"

#include "color/hue.hpp"
#include "color/transfer.hpp"

#include <algorithm>
#include <cmath>

namespace palette::color {

namespace {

// ---- what RGB spaces are made of -----------------------------------------------------------

constexpr Chromaticity d50{0.3457, 0.3585};
constexpr Chromaticity d65{0.3127, 0.3290};

constexpr Primaries srgb_primaries{{0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}};
constexpr Primaries p3_primaries{{0.680, 0.320}, {0.265, 0.690}, {0.150, 0.060}};
constexpr Primaries rec2020_primaries{{0.708, 0.292}, {0.170, 0.797}, {0.131, 0.046}};
constexpr Primaries a98_primaries{{0.64, 0.33}, {0.21, 0.71}, {0.15, 0.06}};
constexpr Primaries prophoto_primaries{
    {0.734699, 0.265301}, {0.159597, 0.840403}, {0.036598, 0.000105}};

constexpr Matrix d50_to_d65 = adaptation(d50, d65);
constexpr Matrix d65_to_d50 = adaptation(d65, d50);

template <const Matrix& m>
Vector times(const Vector& v) {
    return m * v;
}

constexpr Matrix srgb_to_xyz = rgb_to_xyz(srgb_primaries, d65);
constexpr Matrix xyz_to_srgb = inverse(srgb_to_xyz);
constexpr Matrix p3_to_xyz = rgb_to_xyz(p3_primaries, d65);
constexpr Matrix xyz_to_p3 = inverse(p3_to_xyz);
constexpr Matrix rec2020_to_xyz = rgb_to_xyz(rec2020_primaries, d65);
constexpr Matrix xyz_to_rec2020 = inverse(rec2020_to_xyz);
constexpr Matrix a98_to_xyz = rgb_to_xyz(a98_primaries, d65);
constexpr Matrix xyz_to_a98 = inverse(a98_to_xyz);
constexpr Matrix prophoto_to_xyz = rgb_to_xyz(prophoto_primaries, d50);
constexpr Matrix xyz_to_prophoto = inverse(prophoto_to_xyz);

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

// ---- polar forms ----------------------------------------------------------------------------

Vector to_axes(const Vector& lch) {
    const double angle = radians(lch[2]);
    return {lch[0], lch[1] * std::cos(angle), lch[1] * std::sin(angle)};
}

Vector to_polar(const Vector& lab) {
    return {lab[0], std::hypot(lab[1], lab[2]), direction(lab[1], lab[2])};
}

// ---- Lab and OKLab --------------------------------------------------------------------------

constexpr double lab_kappa = 24'389.0 / 27;
constexpr double lab_epsilon = 216.0 / 24'389;
constexpr Vector d50_white = lit(d50);

double lab_compressed(double share) {
    return share > lab_epsilon ? std::cbrt(share) : (lab_kappa * share + 16) / 116;
}

double lab_expanded(double f) {
    const double cube = f * f * f;
    return cube > lab_epsilon ? cube : (116 * f - 16) / lab_kappa;
}

Vector to_lab(const Vector& xyz) {
    const double x = lab_compressed(xyz[0] / d50_white[0]);
    const double y = lab_compressed(xyz[1] / d50_white[1]);
    const double z = lab_compressed(xyz[2] / d50_white[2]);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

Vector from_lab(const Vector& lab) {
    const double y = (lab[0] + 16) / 116;
    return {lab_expanded(y + lab[1] / 500) * d50_white[0],
            (lab[0] > lab_kappa * lab_epsilon ? y * y * y : lab[0] / lab_kappa) * d50_white[1],
            lab_expanded(y - lab[2] / 200) * d50_white[2]};
}

constexpr Matrix xyz_to_cones{Vector{0.8190224379967030, 0.3619062600528904, -0.1288737815209879},
                              {0.0329836539323885, 0.9292868615863434, 0.0361446663506424},
                              {0.0481771893596242, 0.2642395317527308, 0.6335478284694309}};
constexpr Matrix cones_to_xyz = inverse(xyz_to_cones);
constexpr Matrix roots_to_oklab{Vector{0.2104542683093140, 0.7936177747023054, -0.0040720430116193},
                                {1.9779985324311684, -2.4285922420485799, 0.4505937096174110},
                                {0.0259040424655478, 0.7827717124575296, -0.8086757549230774}};
constexpr Matrix oklab_to_roots = inverse(roots_to_oklab);

double cube(double value) {
    return value * value * value;
}

Vector to_oklab(const Vector& xyz) {
    const Vector cones = xyz_to_cones * xyz;
    return roots_to_oklab * Vector{std::cbrt(cones[0]), std::cbrt(cones[1]), std::cbrt(cones[2])};
}

Vector from_oklab(const Vector& oklab) {
    return cones_to_xyz * each<cube>(oklab_to_roots * oklab);
}

// ---- hue, saturation and company, over sRGB -------------------------------------------------

// 0 when there is none.
double hue_of_rgb(const Vector& rgb, double most, double spread) {
    if (spread == 0) return 0;
    const auto [r, g, b] = rgb;
    const double sixths = most == r   ? (g - b) / spread
                          : most == g ? (b - r) / spread + 2
                                      : (r - g) / spread + 4;
    return in_turn(sixths * turn / 6);
}

// Outside the gamut a saturation may come out negative: it means the hue across.
Vector to_hsl(const Vector& rgb) {
    const auto [least, most] = std::ranges::minmax(rgb);
    const double light = (least + most) / 2;
    const double room = std::min(light, 1 - light);
    double hue = hue_of_rgb(rgb, most, most - least);
    double saturation = room == 0 ? 0 : (most - light) / room;
    if (saturation < 0) {
        hue = in_turn(hue + turn / 2);
        saturation = -saturation;
    }
    return {hue, saturation * 100, light * 100};
}

Vector from_hsl(const Vector& hsl) {
    const double saturation = hsl[1] / 100;
    const double light = hsl[2] / 100;
    const double reach = saturation * std::min(light, 1 - light);
    const auto channel = [&](double place) {
        const double k = std::fmod(place + in_turn(hsl[0]) / 30, 12);
        return light - reach * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
    };
    return {channel(0), channel(8), channel(4)};
}

// Of what sRGB can show: value and saturation mean nothing outside.
Vector to_hsv(const Vector& any_rgb) {
    Vector rgb = any_rgb;
    for (double& channel : rgb)
        channel = std::clamp(channel, 0.0, 1.0);
    const auto [least, most] = std::ranges::minmax(rgb);
    const double saturation = most == 0 ? 0 : (most - least) / most;
    return {hue_of_rgb(rgb, most, most - least), saturation * 100, most * 100};
}

Vector from_hsv(const Vector& hsv) {
    const double value = hsv[2] / 100;
    const double reach = value * hsv[1] / 100;
    const auto channel = [&](double place) {
        const double k = std::fmod(place + in_turn(hsv[0]) / 60, 6);
        return value - reach * std::max(0.0, std::min({k, 4 - k, 1.0}));
    };
    return {channel(5), channel(3), channel(1)};
}

Vector to_hwb(const Vector& rgb) {
    const auto [least, most] = std::ranges::minmax(rgb);
    return {hue_of_rgb(rgb, most, most - least), least * 100, (1 - most) * 100};
}

Vector from_hwb(const Vector& hwb) {
    const double white = hwb[1] / 100;
    const double black = hwb[2] / 100;
    if (white + black >= 1) {
        const double gray = white / (white + black);
        return {gray, gray, gray};
    }
    Vector rgb = from_hsl({hwb[0], 100, 50});
    for (double& channel : rgb)
        channel = channel * (1 - white - black) + white;
    return rgb;
}

// ---- the tree of spaces ---------------------------------------------------------------------

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
    Link{Space::display_p3, Space::xyz_d65, 1, lit_up<srgb_decoded, p3_to_xyz>,
         written_down<xyz_to_p3, srgb_encoded>},
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
