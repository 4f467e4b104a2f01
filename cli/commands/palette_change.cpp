#include "cli/commands/palette_change.hpp"

#include "api/reference.hpp"
#include "cli/input/confirm.hpp"
#include "cli/render/lineage.hpp"
#include "cli/render/palette.hpp"
#include "cli/render/print.hpp"

namespace palette::cli {

namespace {

bool changes_nothing(const api::UpdatePalette& wanted) {
    return !wanted.title && !wanted.slug && !wanted.description && !wanted.tags &&
           !wanted.visibility && !wanted.colors && wanted.changes.empty();
}

Result<api::UpdatePalette> wanted_by(const PaletteEdit& edit, Context& context) {
    api::UpdatePalette wanted{.ref = edit.ref,
                              .title = edit.title,
                              .slug = edit.slug,
                              .description = edit.description,
                              .visibility = edit.visibility,
                              .if_revision = edit.if_rev};
    if (edit.no_tags || !edit.tag.empty()) wanted.tags = edit.tag;
    if (edit.colors) {
        auto colors = read_color_line(context, *edit.colors);
        if (!colors) return refuse(std::move(colors.error()));
        wanted.colors = *std::move(colors);
    }
    auto changes = changes_of(context, {edit.set, edit.remove, edit.move, edit.add});
    if (!changes) return refuse(std::move(changes.error()));
    wanted.changes = *std::move(changes);
    return wanted;
}

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

Result<Exit> PaletteEdit::run(Context& context) const {
    if (no_tags && !tag.empty()) {
        return refuse(ErrorKind::invalid_argument, "tag", "--tag and --no-tags: only one of them");
    }
    const auto wanted = wanted_by(*this, context);
    if (!wanted) return refuse(wanted.error());
    if (changes_nothing(*wanted)) {
        return refuse(ErrorKind::invalid_argument, "", "nothing to change",
                      "palettectl palette edit --help");
    }
    const auto changed = context.call(*wanted);
    if (!changed) return refuse(changed.error());
    confirm(context, *changed);
    return Exit::done;
}

Result<Exit> PaletteDelete::run(Context& context) const {
    const auto agreed = consents(context, yes ? Consent::given : Consent::asked_for,
                                 "Delete " + ref.text() + " and all its revisions?");
    if (!agreed) return refuse(agreed.error());
    if (!*agreed) {
        context.note("nothing was deleted");
        return Exit::no;
    }
    const auto gone = context.call(api::DeletePalette{.ref = ref});
    if (!gone) return refuse(gone.error());
    confirm(context, *gone);
    return Exit::done;
}

Result<Exit> PaletteHistory::run(Context& context) const {
    const auto page = context.call(api::ListRevisions{.ref = ref, .limit = limit, .after = after});
    if (!page) return refuse(page.error());
    if (context.out().layout() == Layout::people) {
        context.out().write(history_text(*page, context.view()));
    } else {
        print_page(context, *page, "");
    }
    if (page->next) {
        context.advise("more: palettectl palette history " + ref.text() + " --after " +
                       page->next->text());
    }
    return Exit::done;
}

Result<Exit> PaletteFork::run(Context& context) const {
    const auto made = context.call(api::ForkPalette{.ref = ref, .slug = slug});
    if (!made) return refuse(made.error());
    confirm(context, *made);
    return Exit::done;
}

Result<Exit> PaletteLineage::run(Context& context) const {
    const auto kin = context.call(api::GetLineage{.ref = ref, .limit = limit, .after = after});
    if (!kin) return refuse(kin.error());
    print(context, *kin);
    if (!kin->ancestors.empty() && kin->ancestors.back().forked_from) {
        context.advise("earlier: palettectl palette lineage " +
                       kin->ancestors.back().forked_from->text());
    }
    if (kin->next) {
        context.advise("more: palettectl palette lineage " + ref.text() + " --after " +
                       kin->next->text());
    }
    return Exit::done;
}

Result<Exit> PaletteRevert::run(Context& context) const {
    const auto palette = newest_of(ref);
    if (!palette) return refuse(palette.error());
    auto earlier = context.call(api::GetPalette{.ref = ref});
    if (!earlier) {
        if (earlier.error().kind == ErrorKind::not_found)
            earlier.error().hint =
                "palettectl palette history " + palette->text() + " lists its revisions";
        return refuse(std::move(earlier.error()));
    }
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
