#include "lint/rule.hpp"

namespace palette::lint {

namespace {

constexpr std::array rules{
    Rule{RuleId::contrast, Level::error, "wcag",
         "Text has enough contrast with its background, by WCAG 2; where no roles say which is "
         "which, each color has a partner that it can be read on",
         "make the lighter one lighter or the darker one darker, or add a partner"},
    Rule{RuleId::cvd_confusable, Level::error, "cvd",
         "No two colors are told apart only by people who have all kinds of cones",
         "let the two differ in lightness as well"},
    Rule{RuleId::duplicate_color, Level::warning, "", "No color is there twice",
         "remove one of them"},
    Rule{RuleId::duplicate_name, Level::warning, "",
         "No two colors have the same name, upper or lower case", "rename one of them"},
    Rule{RuleId::too_many_colors, Level::error, "max", "There are not more colors than so many",
         "remove those that are hardly used"},
    Rule{RuleId::too_similar, Level::error, "distinct",
         "Any two colors differ by at least so much, by CIEDE2000",
         "merge them, or move one of them away"},
    Rule{RuleId::transparent, Level::note, "", "Every color is opaque",
         "what is seen depends on what it lies on: the other rules take white"},
    Rule{RuleId::unnamed, Level::note, "", "Either all colors have names or none has",
         "name the others too"},
};

static_assert(rules.size() == rule_names.size());

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (static_cast<std::size_t>(rules[i].id) != i) return false;
    }
    return true;
}
static_assert(is_in_order());

}  // namespace

std::span<const Rule> all_rules() {
    return rules;
}

const Rule& rule_of(RuleId id) {
    return rules[static_cast<std::size_t>(id)];
}

}  // namespace palette::lint
