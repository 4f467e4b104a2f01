#include "palettes/core/snapshot.hpp"

#include "api/page.hpp"
#include "palettes/core/palettes.hpp"
#include "palettes/tables.hpp"

namespace palette::palettes {

namespace {

// Rows a page may visit; consumers today need palettes alone, so users are not in it.
constexpr std::size_t most_visited = 200;

}  // namespace

Result<api::SnapshotPage> read_snapshot(const store::ReadTxn& txn, const std::string& incarnation,
                                        const api::ReadSnapshot& wanted, Timestamp now) {
    std::uint64_t last = 0;
    if (wanted.after) {
        const auto read = api::numbers_of(*wanted.after, 1);
        if (!read) return refuse(read.error());
        last = read->front();
    }
    api::SnapshotPage page{.incarnation = *api::Incarnation::from(incarnation)};
    api::PageBudget budget({.items = most_visited});
    for (const auto& [id, facts] : txn.scan(palette_facts).after(last)) {
        const auto json = txn.get(palettes, id);
        CHECK_INVARIANT(json.has_value());
        if (!budget.visits() || !budget.takes(json->size())) {
            page.next = api::cursor_of({last});
            break;
        }
        page.items.push_back(created_event(facts, *json, now));
        last = id;
    }
    return page;
}

}  // namespace palette::palettes
