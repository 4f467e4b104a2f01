#include "cli/commands/color_compare.hpp"

#include "cli/input/color_stream.hpp"
#include "cli/render/color_compare.hpp"
#include "cli/render/print.hpp"

namespace palette::cli {

Result<Exit> ColorCompare::run(Context& context) const {
    const auto first = one_color(context, color, "COLOR");
    if (!first) return refuse(first.error());
    const auto second = one_color(context, with, "WITH");
    if (!second) return refuse(second.error());
    print(context, compared(first->color, second->color));
    return Exit::done;
}

}  // namespace palette::cli
