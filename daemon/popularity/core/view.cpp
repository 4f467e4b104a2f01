#include "popularity/core/view.hpp"

#include "api/reference.hpp"
#include "popularity/core/catalogue.hpp"

#include <ranges>

namespace palette::popularity {

FoldRow fold_row(const store::ReadTxn& tables) {
    return tables.get(folds, 0).value_or(FoldRow{});
}

View::View(Parts parts, store::ReadTxn tables, std::uint64_t through)
    : parts_(std::move(parts)),
      tables_(std::move(tables)),
      fold_(fold_row(tables_)),
      pending_{fold_.through, through} {}

std::optional<Subject> View::find(const api::PaletteRef& ref) const {
    const auto parts = api::parts_of(ref);
    const std::string name = std::string(parts.owner) + "/" + std::string(parts.slug);
    const auto id = parts.id ? parts.id : number_of(name);
    if (!id) return std::nullopt;
    auto found = find(*id);
    // What has this number may bear another name by now.
    if (!found || (!parts.id && found->known.ref != name)) return std::nullopt;
    // A revision that no event has told of yet may be there all the same.
    if (parts.revision.value_or(0) > found->known.revision) return std::nullopt;
    return found;
}

std::optional<std::uint64_t> View::number_of(const std::string& name) const {
    for (const auto& part : std::views::reverse(parts_)) {
        if (const auto id = part->palette_named(name)) return id;
    }
    return tables_.get(palette_ids, name);
}

std::optional<Subject> View::find(std::uint64_t id) const {
    auto folded = tables_.get(known_palettes, id);
    if (auto told = told_of(id)) {
        if (told->is_gone) return std::nullopt;
        const bool is_folded = folded && is_same(*folded, told->known);
        if (is_folded) told->known.set = folded->set;
        return Subject{id, std::move(told->known), is_folded};
    }
    if (!folded) return std::nullopt;
    return Subject{id, *std::move(folded), true};
}

bool View::is_still_public(std::uint64_t id) const {
    const auto told = told_of(id);
    return !told || (!told->is_gone && !told->known.is_private);
}

std::optional<PendingPalette> View::told_of(std::uint64_t id) const {
    for (const auto& part : std::views::reverse(parts_)) {
        auto told = part->palette(id);
        if (told && part->rows().through > pending_.after) return told;
    }
    return std::nullopt;
}

Result<Subject> View::find_for(const service::Caller* who, const api::PaletteRef& ref) const {
    auto found = find(ref);
    if (!found || !may_see(found->known, who)) return no_palette(ref);
    return *std::move(found);
}

Figures View::figures(const Subject& subject) const {
    Figures sum;
    if (subject.is_folded) {
        if (const auto row = tables_.get(totals, subject.id)) sum = row->all;
    }
    for (const auto& part : parts_)
        sum += part->change(subject.id, pending_);
    return sum;
}

Opinion View::opinion(const Subject& subject, std::uint64_t user) const {
    PendingOpinion pending;
    for (const auto& part : parts_) {
        if (part->rows().through > pending_.after) pending.take(part->opinion(subject.id, user));
    }
    Opinion opinion;
    if (subject.is_folded) {
        if (const auto row = tables_.get(opinions, {subject.known.set, user})) {
            opinion.likes = row->like_number != 0;
            opinion.stars = row->stars;
            if (!row->views_in.empty()) opinion.viewed_in = row->views_in.back();
        }
    }
    opinion.likes = pending.likes.value_or(opinion.likes);
    opinion.stars = pending.stars.value_or(opinion.stars);
    if (pending.viewed_in) opinion.viewed_in = pending.viewed_in;
    return opinion;
}

std::vector<PendingLike> View::pending_likes(const Subject& subject) const {
    std::vector<PendingLike> all;
    for (const auto& part : parts_) {
        const auto some = part->likes(subject.id, pending_);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

Timestamp View::as_of(Timestamp now) const {
    return pending_.after >= pending_.through ? now : fold_.as_of;
}

bool may_see(const KnownPalette& palette, const service::Caller* who) {
    return !palette.is_private || (who != nullptr && palette.owner_id == who->id.value());
}

tl::unexpected<Error> no_palette(const api::PaletteRef& ref) {
    return refuse(ErrorKind::not_found, "ref", "there is no palette " + ref.text(),
                  "list what there is with: palettectl palette list");
}

}  // namespace palette::popularity
