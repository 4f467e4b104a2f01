// When something happened, in a line that stays on the screen, where "just now" would soon be
// wrong: the hour where the reader is, with the date if that is not today's.
#pragma once

#include "base/clock.hpp"

#include <string>

namespace palette::cli {

[[nodiscard]] std::string moment_text(Timestamp at, Timestamp now);

}  // namespace palette::cli
