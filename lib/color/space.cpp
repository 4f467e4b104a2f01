#include "color/space.hpp"

#include <algorithm>

namespace palette::color {

namespace {

constexpr double turn = 360;

constexpr std::array<Component, 3> rgb{Component{"r"}, {"g"}, {"b"}};
constexpr std::array<Component, 3> xyz{Component{"x"}, {"y"}, {"z"}};

constexpr std::array<Component, 3> axes(double lightest, double axis) {
    return {Component{"l", Role::lightness, lightest},
            {"a", Role::amount, axis},
            {"b", Role::amount, axis}};
}

constexpr std::array<Component, 3> polar(double lightest, double chroma) {
    return {Component{"l", Role::lightness, lightest},
            {"c", Role::chroma, chroma},
            {"h", Role::hue, turn}};
}

constexpr std::array<Component, 3> hue_and(std::string_view one, Role role,
                                           std::string_view other) {
    return {Component{"h", Role::hue, turn}, {one, role, 100}, {other, Role::amount, 100}};
}

constexpr std::array spaces{
    SpaceFacts{Space::srgb, "srgb", rgb},
    SpaceFacts{Space::srgb_linear, "srgb-linear", rgb},
    SpaceFacts{Space::hsl, "hsl", hue_and("s", Role::chroma, "l"), true},
    SpaceFacts{Space::hsv, "hsv", hue_and("s", Role::chroma, "v"), true},
    SpaceFacts{Space::hwb, "hwb", hue_and("w", Role::amount, "b"), true},
    SpaceFacts{Space::xyz_d50, "xyz-d50", xyz},
    SpaceFacts{Space::xyz_d65, "xyz-d65", xyz},
    SpaceFacts{Space::lab, "lab", axes(100, 125), true},
    SpaceFacts{Space::lch, "lch", polar(100, 150), true},
    SpaceFacts{Space::oklab, "oklab", axes(1, 0.4), true},
    SpaceFacts{Space::oklch, "oklch", polar(1, 0.4), true},
    SpaceFacts{Space::display_p3, "display-p3", rgb},
    SpaceFacts{Space::rec2020, "rec2020", rgb},
    SpaceFacts{Space::a98_rgb, "a98-rgb", rgb},
    SpaceFacts{Space::prophoto_rgb, "prophoto-rgb", rgb},
};

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < spaces.size(); ++i) {
        if (static_cast<std::size_t>(spaces[i].space) != i) return false;
    }
    return true;
}
static_assert(is_in_order());

}  // namespace

std::span<const SpaceFacts> all_spaces() {
    return spaces;
}

const SpaceFacts& facts_of(Space space) {
    return spaces[static_cast<std::size_t>(space)];
}

std::optional<Space> space_named(std::string_view name) {
    if (name == "xyz") return Space::xyz_d65;
    const auto* const found = std::ranges::find(spaces, name, &SpaceFacts::name);
    if (found == spaces.end()) return std::nullopt;
    return found->space;
}

std::optional<std::size_t> hue_of(Space space) {
    const auto& components = facts_of(space).components;
    const auto found = std::ranges::find(components, Role::hue, &Component::role);
    if (found == components.end()) return std::nullopt;
    return static_cast<std::size_t>(found - components.begin());
}

}  // namespace palette::color
