#include "cli/commands/contrast.hpp"

#include "cli/render/contrast_matrix.hpp"
#include "cli/render/print.hpp"

namespace palette::cli {

Result<Exit> ContrastOfPalette::run(Context& context) const {
    const auto given = one_palette(context, source, {.number = palette});
    if (!given) return refuse(given.error());
    if (given->colors.size() > most_matrix_colors) {
        return refuse(ErrorKind::invalid_argument, "palette",
                      given->name + ": " + std::to_string(given->colors.size()) +
                          " colors, at most " + std::to_string(most_matrix_colors) +
                          " are compared with each other",
                      "palettectl palette check --wcag AA takes any number");
    }
    const ContrastMatrix matrix = contrasts_of(given->colors);
    if (context.out().layout() == Layout::people) {
        write_long(context, text_of(matrix, context.view()));
    } else {
        print_page(context, matrix, "");
    }
    return Exit::done;
}

}  // namespace palette::cli
