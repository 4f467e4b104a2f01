#include "cli/commands/palette_preview.hpp"

#include "base/counted.hpp"
#include "cli/render/preview.hpp"
#include "cli/render/print.hpp"

namespace palette::cli {

Result<Exit> PalettePreview::run(Context& context) const {
    const auto given = one_palette(context, source, {.number = palette});
    if (!given) return refuse(given.error());
    const Preview preview = preview_of(given->colors);
    print_page(context, preview, "");
    if (preview.left_out.number() > 0) {
        const std::int64_t count = preview.left_out.number();
        const std::string more = counted(count, "more color") + " left out";
        context.note(given->is_of_file()
                         ? more
                         : more + ": palettectl palette show " + given->name + " has them all");
    }
    return Exit::done;
}

}  // namespace palette::cli
