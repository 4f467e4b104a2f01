// Long lists on a terminal, shown by a pager.
#pragma once

#include <string>
#include <string_view>

namespace palette::cli {

class Context;

// The program that shows them: of PALETTECTL_PAGER, the settings, PAGER, else less. Empty: none.
[[nodiscard]] std::string pager_command(const Context& context);

// Prints the text: through the pager when stdout is a terminal that it does not fit, for as long as
// somebody reads; else, or when there is no such program, at once.
void write_long(Context& context, std::string_view text);

}  // namespace palette::cli
