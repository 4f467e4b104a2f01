#include "palettes/core/lineage.hpp"

#include "api/page.hpp"

namespace palette::palettes {

namespace {

// Rows of forks that a page may visit: not all of them are shown, since forks may be private.
constexpr std::size_t most_visited = 200;

api::Relative relative_in(std::string_view json) {
    api::Palette palette = palette_in(json);
    return {.id = palette.id,
            .ref = std::move(palette.ref),
            .title = std::move(palette.title),
            .created_at = palette.created_at};
}

std::optional<PaletteFacts> origin_of(const store::ReadTxn& txn, const PaletteFacts& facts,
                                      const Asker& caller) {
    if (facts.forked_from == 0) return std::nullopt;
    const auto origin = txn.get(palette_facts, facts.forked_from);
    return origin && may_see(txn, *origin, caller) ? origin : std::nullopt;
}

// A fork has a greater number than its origin, so that the line ends.
void add_ancestors(const store::ReadTxn& txn, const PaletteFacts& facts, const Asker& caller,
                   api::Lineage& lineage) {
    api::Relative* made_from_it = &lineage.palette;
    for (auto origin = origin_of(txn, facts, caller); origin;
         origin = origin_of(txn, *origin, caller)) {
        api::Relative ancestor = relative_in(stored_json(txn, origin->id));
        made_from_it->forked_from = ancestor.ref;
        if (lineage.ancestors.size() == api::most_ancestors) return;
        lineage.ancestors.push_back(std::move(ancestor));
        made_from_it = &lineage.ancestors[lineage.ancestors.size() - 1];
    }
}

void add_forks(const store::ReadTxn& txn, const PaletteFacts& facts, std::uint64_t before,
               const api::GetLineage& wanted, const Asker& caller, api::Lineage& lineage) {
    api::PageBudget budget({.items = wanted.limit.value(), .rows = most_visited});
    for (const auto& [key, fork] :
         txn.scan(forks_of).under(facts.id).after(facts.id, before).down()) {
        const bool is_seen = may_see(txn, fork, caller);
        if (!budget.visits() || (is_seen && !budget.takes(stored_json(txn, fork.id).size()))) {
            lineage.next = api::cursor_of({before});
            return;
        }
        before = fork.id;
        if (!is_seen) continue;
        api::Relative relative = relative_in(stored_json(txn, fork.id));
        relative.forked_from = lineage.palette.ref;
        lineage.items.push_back(std::move(relative));
    }
}

}  // namespace

Result<api::Lineage> lineage_of(const store::ReadTxn& txn, const api::GetLineage& wanted,
                                const Asker& caller) {
    const auto facts = look_up(txn, wanted.ref, caller);
    if (!facts) return refuse(facts.error());
    const auto before = api::number_after(wanted.after, api::id_rule.greatest);
    if (!before) return refuse(before.error());
    api::Lineage lineage{.palette = relative_in(stored_json(txn, facts->id))};
    add_ancestors(txn, *facts, caller, lineage);
    add_forks(txn, *facts, *before, wanted, caller, lineage);
    return lineage;
}

}  // namespace palette::palettes
