// The color spaces, and what each of their components is.
//
// Source: CSS Color Module Level 4, sections 7 to 10; HSV as A. R. Smith has it (1978).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace palette::color {

enum class Space : std::uint8_t {
    srgb,
    srgb_linear,
    hsl,
    hsv,
    hwb,
    xyz_d50,
    xyz_d65,
    lab,  // relative to D50, as CSS has it
    lch,
    oklab,
    oklch,
    display_p3,
    display_p3_linear,
    rec2020,
    a98_rgb,
    prophoto_rgb,
};

// As CSS, or whoever uses them, writes them, in the order of the enumeration.
inline constexpr std::array<std::string_view, 16> space_names{
    "srgb",    "srgb-linear", "hsl",   "hsv",   "hwb",        "xyz-d50",           "xyz-d65",
    "lab",     "lch",         "oklab", "oklch", "display-p3", "display-p3-linear", "rec2020",
    "a98-rgb", "prophoto-rgb"};

enum class Role : std::uint8_t {
    amount,     // of light, lightness, saturation, chroma, or along an axis
    lightness,  // the same; bounded by its range
    chroma,     // never below 0
    hue,        // an angle in degrees
};

// What a component means the same as, in other spaces: what is missing in one is missing in the
// other. Source: CSS Color Module Level 4, section 12.2 "analogous components".
enum class Analog : std::uint8_t { none, red, green, blue, lightness, colorfulness, hue, a, b };

struct Component {
    std::string_view name;  // as CSS calls it
    Role role = Role::amount;
    double whole = 1;  // what 100 % is; of a hue, a turn
    Analog analog = Analog::none;
};

struct SpaceFacts {
    Space space;
    std::array<Component, 3> components;
    bool has_function = false;  // name(...); the others are color(name ...), but for HSV
};

// All of them, in the order of the enumeration.
[[nodiscard]] std::span<const SpaceFacts> all_spaces();
[[nodiscard]] const SpaceFacts& facts_of(Space space);
[[nodiscard]] constexpr std::string_view name_of(Space space) {
    return space_names[static_cast<std::size_t>(space)];
}

// By its name, in lower case; "xyz" is xyz-d65.
[[nodiscard]] std::optional<Space> space_named(std::string_view name);

// The place of its hue among the components; none where it has none.
[[nodiscard]] std::optional<std::size_t> hue_of(Space space);

}  // namespace palette::color
