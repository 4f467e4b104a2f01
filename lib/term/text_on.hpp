// Text in a color on a background of another, to be read also where few colors can be shown.
#pragma once

#include "term/paint.hpp"

#include <string>

namespace palette::term {

// The sequence for both. Where two unlike colors would become one of the terminal's, the text takes
// the next nearest, since it would not be seen at all.
[[nodiscard]] std::string text_on(const Painter& painter, color::Color text,
                                  color::Color background);

}  // namespace palette::term
