#include "palettes/core/snapshot.hpp"

#include "base/whole_number.hpp"
#include "palettes/core/palettes.hpp"
#include "palettes/tables.hpp"

namespace palette::palettes {

namespace {

// Rows a page may visit; consumers today need palettes alone, so users are not in it.
constexpr std::size_t most_visited = 200;

std::optional<std::uint64_t> read_cursor(const std::optional<api::Cursor>& cursor) {
    if (!cursor) return 0;
    return whole_number<std::uint64_t>(cursor->text());
}

}  // namespace

Result<api::SnapshotPage> read_snapshot(const store::ReadTxn& txn, const std::string& incarnation,
                                        const api::ReadSnapshot& wanted, Timestamp now) {
    const auto after = read_cursor(wanted.after);
    if (!after) {
        return refuse(ErrorKind::invalid_argument, "after",
                      "after: expected `next` of the page before");
    }
    api::SnapshotPage page{.incarnation = *api::Incarnation::from(incarnation)};
    std::size_t bytes = 0;
    std::uint64_t last = *after;
    for (const auto& [id, facts] : txn.scan(palette_facts).after(*after)) {
        if (page.items.size() == most_visited || bytes >= api::most_page_bytes) {
            page.next = api::Cursor::from(std::to_string(last));
            break;
        }
        const auto json = txn.get(palettes, id);
        CHECK_INVARIANT(json.has_value());
        bytes += json->size();
        page.items.push_back(created_event(facts, *json, now));
        last = id;
    }
    return page;
}

}  // namespace palette::palettes
