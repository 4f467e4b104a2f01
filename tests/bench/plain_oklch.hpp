// What one would write without a library: a loop over the lines of stdin, the formulas of CSS, and
// printf.
#pragma once

namespace palette::bench {

// From #rrggbb a line to oklch(...) a line, on stdout. 0 when all went well.
[[nodiscard]] int plain_oklch();

}  // namespace palette::bench
