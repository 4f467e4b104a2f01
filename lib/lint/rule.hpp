// The rules that palettes are checked by: a row for each. Their names are stable, since scripts and
// reports of CI go by them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace palette::lint {

enum class Level : std::uint8_t {
    error,  // what was asked for is not so
    warning,
    note,
};
// As SARIF calls them.
inline constexpr std::array<std::string_view, 3> level_words{"error", "warning", "note"};

enum class RuleId : std::uint8_t {
    contrast,
    cvd_confusable,
    duplicate_color,
    duplicate_name,
    too_many_colors,
    too_similar,
    transparent,
    unnamed,
};

inline constexpr std::array<std::string_view, 8> rule_names{
    "contrast",        "cvd-confusable", "duplicate-color", "duplicate-name",
    "too-many-colors", "too-similar",    "transparent",     "unnamed",
};

struct Rule {
    RuleId id;
    Level level;
    std::string_view asked_by;  // the member of Wanted that turns it on; empty: it is always on
    std::string_view summary;
    std::string_view hint;  // what to do about a finding
};

// All of them, in the order of the enumeration.
[[nodiscard]] std::span<const Rule> all_rules();
[[nodiscard]] const Rule& rule_of(RuleId id);

}  // namespace palette::lint
