#include "color/space.hpp"

#include "color/hue.hpp"

#include <algorithm>

namespace palette::color {

namespace {

constexpr std::array<Component, 3> rgb{Component{.name = "r", .analog = Analog::red},
                                       {.name = "g", .analog = Analog::green},
                                       {.name = "b", .analog = Analog::blue}};
constexpr std::array<Component, 3> xyz{Component{.name = "x", .analog = Analog::red},
                                       {.name = "y", .analog = Analog::green},
                                       {.name = "z", .analog = Analog::blue}};

constexpr Component hue{"h", Role::hue, turn, Analog::hue};

constexpr Component lightness(double lightest) {
    return {"l", Role::lightness, lightest, Analog::lightness};
}

constexpr std::array<Component, 3> axes(double lightest, double axis) {
    return {lightness(lightest),
            {"a", Role::amount, axis, Analog::a},
            {"b", Role::amount, axis, Analog::b}};
}

constexpr std::array<Component, 3> polar(double lightest, double chroma) {
    return {lightness(lightest), {"c", Role::chroma, chroma, Analog::colorfulness}, hue};
}

constexpr Component saturation{"s", Role::chroma, 100, Analog::colorfulness};

constexpr std::array<Component, 3> hsl{
    hue, saturation, {"l", Role::amount, 100, Analog::lightness}};
constexpr std::array<Component, 3> hsv{hue, saturation, {"v", Role::amount, 100}};
constexpr std::array<Component, 3> hwb{hue, {"w", Role::amount, 100}, {"b", Role::amount, 100}};

constexpr std::array spaces{
    SpaceFacts{Space::srgb, rgb},
    SpaceFacts{Space::srgb_linear, rgb},
    SpaceFacts{Space::hsl, hsl, true},
    SpaceFacts{Space::hsv, hsv, true},
    SpaceFacts{Space::hwb, hwb, true},
    SpaceFacts{Space::xyz_d50, xyz},
    SpaceFacts{Space::xyz_d65, xyz},
    SpaceFacts{Space::lab, axes(100, 125), true},
    SpaceFacts{Space::lch, polar(100, 150), true},
    SpaceFacts{Space::oklab, axes(1, 0.4), true},
    SpaceFacts{Space::oklch, polar(1, 0.4), true},
    SpaceFacts{Space::display_p3, rgb},
    SpaceFacts{Space::display_p3_linear, rgb},
    SpaceFacts{Space::rec2020, rgb},
    SpaceFacts{Space::a98_rgb, rgb},
    SpaceFacts{Space::prophoto_rgb, rgb},
};

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < spaces.size(); ++i) {
        if (static_cast<std::size_t>(spaces[i].space) != i) return false;
    }
    return true;
}
static_assert(is_in_order() && spaces.size() == space_names.size());

}  // namespace

std::span<const SpaceFacts> all_spaces() {
    return spaces;
}

const SpaceFacts& facts_of(Space space) {
    return spaces[static_cast<std::size_t>(space)];
}

std::optional<Space> space_named(std::string_view name) {
    if (name == "xyz") return Space::xyz_d65;
    const auto* const found = std::ranges::find(space_names, name);
    if (found == space_names.end()) return std::nullopt;
    return static_cast<Space>(found - space_names.begin());
}

std::optional<std::size_t> hue_of(Space space) {
    const auto& components = facts_of(space).components;
    const auto found = std::ranges::find(components, Role::hue, &Component::role);
    if (found == components.end()) return std::nullopt;
    return static_cast<std::size_t>(found - components.begin());
}

}  // namespace palette::color
