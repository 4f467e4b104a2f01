#include "palettes/core/finding.hpp"

#include "api/reference.hpp"
#include "api/writer.hpp"
#include "palettes/core/history.hpp"

namespace palette::palettes {

namespace {

std::optional<PaletteFacts> facts_of(const store::ReadTxn& txn, const api::PaletteRef& ref) {
    const auto parts = api::parts_of(ref);
    if (parts.id) return txn.get(palette_facts, *parts.id);
    return txn.get(palette_refs, {std::string(parts.owner), std::string(parts.slug)});
}

// Nearly always nobody is leaving, and counting costs nothing.
bool has_departed(const store::ReadTxn& txn, std::uint64_t user_id) {
    return txn.count_rows(departed_users) > 0 && txn.has(departed_users, user_id);
}

std::optional<api::PaletteRef> origin_for(const store::ReadTxn& txn, const PaletteFacts& facts,
                                          const Asker& caller) {
    const auto origin = txn.get(palette_facts, facts.forked_from);
    if (!origin || !may_see(txn, *origin, caller)) return std::nullopt;
    return stored_palette(txn, origin->id).ref;
}

}  // namespace

tl::unexpected<Error> no_palette(const api::PaletteRef& ref) {
    return refuse(ErrorKind::not_found, "ref", "there is no palette " + ref.text(),
                  "list what there is with: palettectl palette list");
}

bool may_see(const store::ReadTxn& txn, const PaletteFacts& facts, const Asker& caller) {
    if (has_departed(txn, facts.owner_id)) return false;
    return !facts.is_private || (caller && caller->id.value() == facts.owner_id);
}

Result<PaletteFacts> look_up(const store::ReadTxn& txn, const api::PaletteRef& ref,
                             const Asker& caller) {
    const auto facts = facts_of(txn, ref);
    if (!facts || !may_see(txn, *facts, caller)) return no_palette(ref);
    return *facts;
}

Result<PaletteFacts> look_up_own(const store::ReadTxn& txn, const api::PaletteRef& ref,
                                 const service::Caller& owner) {
    const auto facts = look_up(txn, ref, owner);
    if (!facts) return facts;
    if (facts->owner_id != owner.id.value()) {
        return refuse(ErrorKind::permission_denied, "ref", ref.text() + " is somebody else's",
                      "make a copy of your own with: palettectl palette fork " + ref.text());
    }
    if (api::parts_of(ref).revision) {
        return refuse(ErrorKind::invalid_argument, "ref",
                      ref.text() + " is a revision, which never changes",
                      "leave out the @ and what follows");
    }
    return facts;
}

StoredPalette shown_to(const store::ReadTxn& txn, const PaletteFacts& facts, const Asker& caller) {
    const std::string_view json = stored_json(txn, facts.id);
    if (facts.forked_from == 0) return StoredPalette(json);
    api::Palette palette = palette_in(json);
    palette.forked_from = origin_for(txn, facts, caller);
    return StoredPalette::owning(api::to_json(palette));
}

Result<StoredPalette> find_for(const store::ReadTxn& txn, const api::PaletteRef& ref,
                               const Asker& caller) {
    const auto facts = look_up(txn, ref, caller);
    if (!facts) return refuse(facts.error());
    const auto revision = api::parts_of(ref).revision;
    if (!revision) return shown_to(txn, *facts, caller);
    auto found = find_revision(txn, *facts, *revision, caller);
    if (!found) return no_palette(ref);
    return *std::move(found);
}

Result<api::FindPalette::Stored> find(const store::ReadTxn& txn, const api::PaletteRef& ref) {
    const auto facts = facts_of(txn, ref);
    if (!facts || has_departed(txn, facts->owner_id)) return no_palette(ref);
    return api::FindPalette::Stored{.owner_id = api::UserId::clamped(facts->owner_id),
                                    .palette = StoredPalette(stored_json(txn, facts->id))};
}

}  // namespace palette::palettes
