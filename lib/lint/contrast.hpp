// The rule `contrast`.
#pragma once

#include "lint/findings.hpp"

namespace palette::lint {

// Text roles are text, foreground and fg; background roles are background, bg and surface. Where
// a palette has both, each text must be readable on each background. Else each color must be
// readable on, or under, one other at least.
void check_contrast(std::span<const Swatch> palette, Conformance level, Findings& findings);

}  // namespace palette::lint
