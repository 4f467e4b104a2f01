#include "cli/commands/color_check_terminal.hpp"

#include "cli/render/print.hpp"
#include "cli/render/terminal_check.hpp"

#include <unistd.h>

namespace palette::cli {

Result<Exit> ColorCheckTerminal::run(Context& context) const {
    const auto around = term::surroundings_of(STDOUT_FILENO, context.environment());
    print(context, terminal_check(color_mode(context.options().color), around));
    return Exit::done;
}

}  // namespace palette::cli
