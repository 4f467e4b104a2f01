// How long ago something was, in one unit, as people say it.
#pragma once

#include "base/clock.hpp"

#include <string>

namespace palette::term {

// "just now" below 5 s, either way; then "12 s ago", "3 min ago", "1 hour ago", "2 days ago",
// "5 months ago", "2 years ago", rounded down; "in 3 min" for what is to come.
[[nodiscard]] std::string relative_time(Timestamp at, Timestamp now);

}  // namespace palette::term
