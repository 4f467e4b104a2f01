// What one rule has found, up to its limit.
#pragma once

#include "lint/check.hpp"

namespace palette::lint {

class Findings {
  public:
    explicit Findings(RuleId rule) : rule_(rule) {}

    // False when there are enough: one more than the limit is not kept, but known of.
    [[nodiscard]] bool add(Finding finding);
    // The rule was not applied to all that there is.
    void say_not_all_compared();

    // By place, and last what there is to say of a limit.
    [[nodiscard]] std::vector<Finding> take() &&;

  private:
    RuleId rule_;
    std::vector<Finding> found_{};
    std::optional<Finding> last_{};
};

}  // namespace palette::lint
