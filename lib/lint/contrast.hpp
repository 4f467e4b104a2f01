// The rule `contrast`.
#pragma once

#include "lint/findings.hpp"

namespace palette::lint {

// Where a palette has both roles of text and of backgrounds (roles.hpp), each text must be readable
// on each background. Else each color must be readable on, or under, one other at least.
void check_contrast(std::span<const Swatch> palette, Conformance level, Findings& findings);

}  // namespace palette::lint
