#include "palettes/core/history.hpp"

#include "api/page.hpp"
#include "api/writer.hpp"

namespace palette::palettes {

namespace {

bool may_see(const RevisionRow& row, const PaletteFacts& facts, const Asker& caller) {
    return !row.is_private || (caller && caller->id.value() == facts.owner_id);
}

// As it was, under the name that `now` has.
StoredPalette under_its_name(std::string_view json, const api::Palette& now) {
    api::Palette then = palette_in(json);
    then.ref = now.ref;
    then.slug = now.slug;
    then.forked_from = now.forked_from;
    return StoredPalette::owning(api::to_json(then));
}

}  // namespace

void keep_revision(store::WriteTxn& txn, const PaletteFacts& facts, api::Revision revision,
                   std::string_view json) {
    const std::uint64_t number = revision.value();
    txn.put(palette_revisions, {facts.id, number}, {.is_private = facts.is_private, .json = json});
    if (number > most_kept_revisions) {
        txn.erase(palette_revisions, {facts.id, number - most_kept_revisions});
    }
}

std::optional<StoredPalette> find_revision(const store::ReadTxn& txn, const PaletteFacts& facts,
                                           std::uint64_t revision, const Asker& caller) {
    StoredPalette present = shown_to(txn, facts, caller);
    const api::Palette now = palette_in(present.json());
    if (now.revision.value() == revision) return present;
    const auto row = txn.get(palette_revisions, {facts.id, revision});
    if (!row || !may_see(*row, facts, caller)) return std::nullopt;
    return under_its_name(row->json, now);
}

Result<api::ListRevisions::Stored> list_revisions(const store::ReadTxn& txn,
                                                  const api::ListRevisions& wanted,
                                                  const Asker& caller) {
    const auto facts = look_up(txn, wanted.ref, caller);
    if (!facts) return refuse(facts.error());
    auto before = api::number_after(wanted.after, api::revision_rule.greatest);
    if (!before) return refuse(before.error());
    api::ListRevisions::Stored page;
    api::PageBudget budget({.items = wanted.limit.value()});
    StoredPalette present = shown_to(txn, *facts, caller);
    const api::Palette now = palette_in(present.json());
    if (*before > now.revision.value() && budget.visits() && budget.takes(present.json().size())) {
        *before = now.revision.value();
        page.items.push_back(std::move(present));
    }
    for (const auto& [key, row] :
         txn.scan(palette_revisions).under(facts->id).after(facts->id, *before).down()) {
        if (!may_see(row, *facts, caller)) continue;
        if (!budget.visits() || !budget.takes(row.json.size())) {
            page.next = api::cursor_of({*before});
            break;
        }
        page.items.push_back(under_its_name(row.json, now));
        *before = std::get<1>(key);
    }
    return page;
}

}  // namespace palette::palettes
