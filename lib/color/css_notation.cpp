#include "color/css_notation.hpp"

#include "base/ascii.hpp"
#include "color/css_scanner.hpp"
#include "color/hue.hpp"
#include "color/word.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace palette::color {

namespace {

// Infinity in CSS is as far as a number goes; a color needs no more than this.
constexpr double farthest = 1e6;
constexpr double most_byte = 255;

struct Components {
    std::array<Given, 3> three{};
    std::optional<Given> alpha{};
    bool has_commas = false;
};

double finite(double value) {
    return std::isnan(value) ? 0 : std::clamp(value, -farthest, farthest);
}

// What stands before the closing parenthesis. The old way has commas everywhere, the other one
// blanks, and a slash before alpha.
std::optional<Components> components_in(CssScanner& scanner) {
    Components components;
    for (std::size_t i = 0; i < components.three.size(); ++i) {
        if (i == 1) components.has_commas = scanner.takes(',');
        if (i == 2 && components.has_commas && !scanner.takes(','))
            scanner.fail(scanner.offset(), ",");
        const auto given = scanner.component();
        if (!given) return std::nullopt;
        components.three[i] = *given;
    }
    if (scanner.takes(components.has_commas ? ',' : '/')) {
        components.alpha = scanner.component();
        if (!components.alpha) return std::nullopt;
    }
    if (!scanner.takes(')')) {
        scanner.fail(scanner.offset(), components.alpha        ? ")"
                                       : components.has_commas ? ", or )"
                                                               : "/ or )");
        return std::nullopt;
    }
    return components;
}

// The number that a component stands for, by what 100 % of it is.
std::optional<double> amount(CssScanner& scanner, const Given& given, double whole) {
    if (given.is_none) return 0;
    if (given.quantity.unit == Unit::degrees) {
        scanner.fail(given.offset, "a number or a percentage, not an angle");
        return std::nullopt;
    }
    const double value = given.quantity.value;
    return finite(given.quantity.unit == Unit::percent ? value / 100 * whole : value);
}

std::optional<double> angle(CssScanner& scanner, const Given& given) {
    if (given.is_none) return 0;
    if (given.quantity.unit == Unit::percent) {
        scanner.fail(given.offset, "an angle, not a percentage");
        return std::nullopt;
    }
    const double degrees = given.quantity.value;
    return std::isfinite(degrees) ? in_turn(degrees) : 0;
}

double within(double value, const Component& component) {
    if (component.role == Role::lightness) return std::clamp(value, 0.0, component.whole);
    return component.role == Role::chroma ? std::max(value, 0.0) : value;
}

bool take_alpha(CssScanner& scanner, const std::optional<Given>& given, Coordinates& color) {
    if (!given) return true;
    if (given->is_none) color.missing.add(Missing::alpha);
    const auto alpha = amount(scanner, *given, 1);
    if (!alpha) return false;
    color.alpha = std::clamp(*alpha, 0.0, 1.0);
    return true;
}

std::optional<Coordinates> color_in(CssScanner& scanner, const Components& components,
                                    Space space) {
    Coordinates color{.space = space};
    const auto& facts = facts_of(space).components;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const Given& given = components.three[i];
        const bool is_hue = facts[i].role == Role::hue;
        const auto value = is_hue ? angle(scanner, given) : amount(scanner, given, facts[i].whole);
        if (!value) return std::nullopt;
        color.values[i] = within(*value, facts[i]);
        if (given.is_none) color.missing.add(i);
    }
    if (!take_alpha(scanner, components.alpha, color)) return std::nullopt;
    return color;
}

// What may stand between commas.
enum class Commas : std::uint8_t {
    never,
    alike,     // three numbers or three percentages
    percents,  // after the hue
    anything,
};

// With commas nothing is missing, and what may be a number or a percentage is the same throughout.
bool is_fit_for_commas(CssScanner& scanner, const Components& components, Commas commas) {
    const auto fails = [&](const Given& given, const char* expected) {
        scanner.fail(given.offset, expected);
        return false;
    };
    const bool is_rgb = commas == Commas::alike;
    const Unit unit = is_rgb ? components.three[0].quantity.unit : Unit::percent;
    for (std::size_t i = 0; i < components.three.size(); ++i) {
        const Given& given = components.three[i];
        if (given.is_none) return fails(given, "a number: between commas there is no none");
        const bool is_free = commas == Commas::anything || (!is_rgb && i == 0);
        if (!is_free && given.quantity.unit != unit) {
            return fails(given, unit == Unit::percent ? "a percentage" : "a number without %");
        }
    }
    if (components.alpha && components.alpha->is_none) return fails(*components.alpha, "a number");
    return true;
}

std::optional<Coordinates> rgb_in(CssScanner& scanner, const Components& components) {
    Coordinates color{.space = Space::srgb};
    for (std::size_t i = 0; i < components.three.size(); ++i) {
        const auto value = amount(scanner, components.three[i], most_byte);
        if (!value) return std::nullopt;
        color.values[i] = std::clamp(*value / most_byte, 0.0, 1.0);
        if (components.three[i].is_none) color.missing.add(i);
    }
    if (!take_alpha(scanner, components.alpha, color)) return std::nullopt;
    return color;
}

// ---- the functions --------------------------------------------------------------------------

struct Function {
    std::string_view name;
    Space space;
    Commas commas = Commas::never;
    bool is_legacy = false;
};
constexpr std::array functions{
    Function{"rgb", Space::srgb, Commas::alike, true},
    Function{"rgba", Space::srgb, Commas::alike, true},
    Function{"hsl", Space::hsl, Commas::percents, true},
    Function{"hsla", Space::hsl, Commas::percents, true},
    Function{"hwb", Space::hwb, Commas::never, true},
    Function{"hsv", Space::hsv, Commas::anything, true},
    Function{"hsb", Space::hsv, Commas::anything, true},
    Function{"lab", Space::lab},
    Function{"lch", Space::lch},
    Function{"oklab", Space::oklab},
    Function{"oklch", Space::oklch},
};

// After the opening parenthesis.
std::optional<Notation> call_of(CssScanner& scanner, const Function& function) {
    const auto components = components_in(scanner);
    if (!components) return std::nullopt;
    const bool is_rgb = function.space == Space::srgb;
    if (components->has_commas) {
        if (function.commas == Commas::never) {
            scanner.fail(components->three[1].offset, "no commas");
            return std::nullopt;
        }
        if (!is_fit_for_commas(scanner, *components, function.commas)) return std::nullopt;
    }
    auto color =
        is_rgb ? rgb_in(scanner, *components) : color_in(scanner, *components, function.space);
    if (!color) return std::nullopt;
    // As browsers do it with what is written in the old way.
    if (function.commas == Commas::percents && components->has_commas) {
        color->values[1] = std::min(color->values[1], 100.0);
    }
    return Notation{*color, function.is_legacy};
}

// "srgb, srgb-linear, "
std::string spaces_without_function() {
    std::string names;
    for (const SpaceFacts& facts : all_spaces()) {
        if (!facts.has_function) names += std::string(name_of(facts.space)) + ", ";
    }
    return names;
}

// color(NAME ...), after the opening parenthesis.
std::optional<Notation> color_call(CssScanner& scanner) {
    scanner.skip_blank();
    const std::size_t place = scanner.offset();
    const auto space = space_named(to_lower(scanner.name()));
    if (!space || facts_of(*space).has_function) {
        scanner.fail(place, spaces_without_function() + "or xyz");
        return std::nullopt;
    }
    const auto components = components_in(scanner);
    if (!components) return std::nullopt;
    if (components->has_commas) {
        scanner.fail(components->three[1].offset, "no commas");
        return std::nullopt;
    }
    const auto color = color_in(scanner, *components, *space);
    if (!color) return std::nullopt;
    return Notation{*color, false};
}

std::optional<Notation> called(CssScanner& scanner, std::string_view name, std::size_t place) {
    if (equals_ignoring_case(name, "color")) return color_call(scanner);
    const auto same_name = [&](const Function& one) {
        return equals_ignoring_case(one.name, name);
    };
    const auto* const function = std::ranges::find_if(functions, same_name);
    if (function != functions.end()) return call_of(scanner, *function);
    scanner.fail(place, "rgb, hsl, hwb, lab, lch, oklab, oklch or color before the parenthesis");
    return std::nullopt;
}

// A hex form or a name, with nothing but blanks and comments around it.
tl::expected<Notation, ParseFault> word_in(std::string_view text, std::size_t begin) {
    const std::string_view rest = text.substr(begin);
    const std::size_t comment = rest.find("/*");
    std::string_view word = rest.substr(0, std::min(rest.find_first_of(" \t\r\n\f"), comment));
    CssScanner behind(rest.substr(word.size()));
    if (!behind.at_end()) word = rest;
    auto color = parse_word(word);
    if (color) return Notation{coordinates_of(*color), true};
    color.error().offset += begin;
    return tl::unexpected(std::move(color.error()));
}

}  // namespace

tl::expected<Notation, ParseFault> parse_css(std::string_view text) {
    CssScanner scanner(text);
    scanner.skip_blank();
    const std::size_t begin = scanner.offset();
    const std::string_view name = scanner.name();
    if (name.empty() || !scanner.is_at('(')) return word_in(text, begin);
    static_cast<void>(scanner.takes('('));
    const auto notation = called(scanner, name, begin);
    if (notation && scanner.at_end()) return *notation;
    if (notation) scanner.fail(scanner.offset(), "the end");
    return tl::unexpected(*scanner.fault());
}

}  // namespace palette::color
