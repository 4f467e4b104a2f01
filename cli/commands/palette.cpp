#include "cli/commands/palette.hpp"

#include "cli/command_line/typed.hpp"
#include "cli/commands/liked_first.hpp"
#include "cli/commands/popularity.hpp"
#include "cli/render/palette.hpp"
#include "cli/render/print.hpp"

namespace palette::cli {

namespace {

// Newest first, or by reference, as paletted has them.
Result<api::PalettePage> in_order(Context& context, const PaletteList& wanted) {
    api::ListPalettes asked{
        .user = wanted.user, .limit = wanted.limit, .after = wanted.after, .tag = wanted.tag};
    if (wanted.sort == ListOrder::name) asked.sort = api::PaletteOrder::name;
    auto page = context.call(asked);
    // A page that met nothing but what is hidden is empty, and the list goes on.
    while (page && page->items.empty() && page->next) {
        asked.after = page->next;
        page = context.call(asked);
    }
    return page;
}

}  // namespace

Result<Exit> PaletteCreate::run(Context& context) const {
    auto colors = read_colors(context, color);
    if (!colors) return refuse(std::move(colors.error()));
    const auto made = context.call(api::CreatePalette{
        .title = title,
        .colors = *std::move(colors),
        .slug = slug,
        .description = description,
        .tags = tag,
        .visibility = private_ ? api::Visibility::private_ : api::Visibility::public_,
    });
    if (!made) return refuse(made.error());
    confirm(context, *made);
    return Exit::done;
}

Result<Exit> PaletteShow::run(Context& context) const {
    const auto palette = context.call(api::GetPalette{.ref = ref});
    if (!palette) return refuse(palette.error());
    Output& out = context.out();
    switch (out.layout()) {
        case Layout::json:
        case Layout::jsonl:
            out.write(api::to_json(*palette) + "\n");
            break;
        case Layout::tsv:
            out.write(long_ ? tsv_of(*palette) : hex_lines(*palette));
            break;
        case Layout::people:
            out.write(long_ ? long_text(*palette, context.view())
                            : shown_text(*palette, context.view()));
            tell_of_look(context, palette->ref);
            break;
    }
    return Exit::done;
}

Result<Exit> PaletteList::run(Context& context) const {
    const auto page =
        sort == ListOrder::likes ? liked_first(context, *this) : in_order(context, *this);
    if (!page) return refuse(page.error());
    print_page(context, *page,
               "no palettes here yet: palettectl palette create, or import --starter");
    advise_next_page(context, *this, page->next);
    return Exit::done;
}

}  // namespace palette::cli
