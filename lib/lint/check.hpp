// Checks a palette by the rules of rule.hpp. Pure; bounded for the largest of palettes: a rule that
// comes to one of its limits says so as its last finding, so that what was not looked at never
// passes for good.
//
// A color that is not opaque is judged as it looks on white.
#pragma once

#include "color/color.hpp"
#include "lint/rule.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palette::lint {

struct Swatch {
    color::Color color;
    std::string_view name{};  // empty: it has none
    std::string_view role{};
};

// Of WCAG 2, for text of usual size.
enum class Conformance : std::uint8_t { aa, aaa };
inline constexpr std::array<std::string_view, 2> conformance_words{"AA", "AAA"};

// What is checked beyond the rules that are always on.
struct Wanted {
    std::optional<Conformance> wcag{};
    bool cvd = false;
    std::optional<double> distinct{};
    std::optional<std::size_t> max{};
    std::vector<RuleId> ignored{};  // not applied, whoever turned them on
};

// Of a rule, more are not listed.
inline constexpr std::size_t most_findings = 100;
// Pairs that a rule compares, half a second's work: all of 2,000 colors. Of cvd-confusable, for
// each deficiency.
inline constexpr std::size_t most_comparisons = 2'000'000;

// Two colors that people with all cones tell apart well are confusable when others hardly do.
// CIEDE2000: 1 is just noticeable side by side, 5 seen at a glance.
inline constexpr double well_apart = 10;
inline constexpr double hardly_apart = 5;

struct Finding {
    RuleId rule;
    std::vector<std::size_t> places{};  // of the colors it is about, at most two, from 0
    std::string message{};
    std::optional<double> measured{};
    std::optional<double> wanted{};
    std::optional<Level> level{};  // none: that of its rule
    bool is_of_limit = false;      // it says that not all was looked at: the hint does not help
};

// By rule in their order, then by place.
[[nodiscard]] std::vector<Finding> check(std::span<const Swatch> palette, const Wanted& wanted);

}  // namespace palette::lint
