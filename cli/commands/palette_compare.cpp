#include "cli/commands/palette_compare.hpp"

#include "api/palette_change.hpp"
#include "api/reference.hpp"
#include "cli/render/palette.hpp"
#include "cli/render/palette_diff.hpp"
#include "cli/render/print.hpp"

namespace palette::cli {

namespace {

// The same palette without the revision.
Result<api::PaletteRef> newest_of(const api::PaletteRef& revision) {
    const api::ReferenceParts parts = api::parts_of(revision);
    if (parts.revision) {
        return *api::PaletteRef::from(std::string(parts.owner) + "/" + std::string(parts.slug));
    }
    const std::string example = parts.id ? "alice/sea-glass" : revision.text();
    return refuse(ErrorKind::invalid_argument, "ref",
                  revision.text() + ": expected a revision, such as " + example + "@1",
                  "palettectl palette history " + revision.text() + " lists them");
}

bool is_as(const api::Palette& newest, const api::Palette& earlier) {
    return newest.title == earlier.title && newest.description == earlier.description &&
           newest.tags == earlier.tags && newest.colors == earlier.colors;
}

}  // namespace

Result<Exit> PaletteDiff::run(Context& context) const {
    const auto before = one_palette(context, one, {.number = palette});
    if (!before) return refuse(before.error());
    const auto after =
        one_palette(context, other, {.number = other_palette, .option = "--other-palette"});
    if (!after) return refuse(after.error());
    const PaletteDifferences found = differences_of(*before, *after);
    if (context.out().layout() == Layout::people) {
        write_long(context, text_of(found, context.view()));
    } else {
        print_page(context, found, "");
    }
    return found.equal ? Exit::done : Exit::no;
}

Result<Exit> PaletteRevert::run(Context& context) const {
    const auto palette = newest_of(ref);
    if (!palette) return refuse(palette.error());
    const auto earlier = context.call(api::GetPalette{.ref = ref});
    if (!earlier) return refuse(earlier.error());
    const auto newest = context.call(api::GetPalette{.ref = *palette});
    if (!newest) return refuse(newest.error());
    if (is_as(*newest, *earlier)) {
        context.note("nothing to do: " + palette->text() + " is as it was then");
        confirm(context, *newest);
        return Exit::done;
    }
    const auto reverted = context.call(api::UpdatePalette{.ref = *palette,
                                                          .title = earlier->title,
                                                          .description = earlier->description,
                                                          .tags = earlier->tags,
                                                          .colors = earlier->colors,
                                                          .if_revision = newest->revision});
    if (!reverted) return refuse(reverted.error());
    confirm(context, *reverted);
    return Exit::done;
}

}  // namespace palette::cli
