#include "lint/findings.hpp"

#include <algorithm>

namespace palette::lint {

bool Findings::add(Finding finding) {
    if (found_.size() == most_findings) {
        // Those that are listed are as grave as the rule says.
        last_ = {.rule = rule_,
                 .message =
                     "more than " + std::to_string(most_findings) + " findings: not all are listed",
                 .level = Level::note,
                 .is_of_limit = true};
        return false;
    }
    found_.push_back(std::move(finding));
    return true;
}

void Findings::say_not_all_compared() {
    last_ = {.rule = rule_,
             .message =
                 "more than " + std::to_string(most_comparisons) + " pairs: not all were compared",
             .is_of_limit = true};
}

std::vector<Finding> Findings::take() && {
    std::ranges::stable_sort(found_, {}, &Finding::places);
    if (last_) found_.push_back(*std::move(last_));
    return std::move(found_);
}

}  // namespace palette::lint
