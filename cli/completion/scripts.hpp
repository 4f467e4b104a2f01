// What a shell loads to complete palettectl's words. The scripts know no command: at each key they
// ask `palettectl complete`, so that they fit every version of it. They run the palettectl that
// is on the PATH, whatever name was typed, and evaluate nothing that it prints.
#pragma once

#include "cli/commands/completion.hpp"

#include <string_view>

namespace palette::cli {

[[nodiscard]] std::string_view completion_script(const Shell& shell);

}  // namespace palette::cli
