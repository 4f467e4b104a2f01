#include "popularity/core/ranking.hpp"

#include "api/page.hpp"
#include "base/check.hpp"
#include "popularity/tables.hpp"

#include <limits>
#include <optional>
#include <tuple>

namespace palette::popularity {

namespace {

constexpr std::uint64_t most_likes = std::numeric_limits<std::uint64_t>::max();

using RankKey = std::tuple<std::uint64_t, std::uint64_t>;

// Sorts more likes first, then the lower number.
RankKey rank_key(std::uint64_t likes, std::uint64_t palette_id) {
    return {most_likes - likes, palette_id};
}

// An item of the list, and in a cursor the last one of a page.
struct Ranked {
    std::uint64_t rank = 0;
    std::uint64_t likes = most_likes;
    std::uint64_t id = 0;
};

Result<Ranked> last_of_page_before(const std::optional<api::Cursor>& cursor) {
    if (!cursor) return Ranked{};
    const auto numbers = api::numbers_of(*cursor, 3);
    if (!numbers) return refuse(numbers.error());
    return Ranked{.rank = (*numbers)[0], .likes = (*numbers)[1], .id = (*numbers)[2]};
}

}  // namespace

void move_rank(store::WriteTxn& txn, std::uint64_t palette_id, std::uint64_t from,
               std::uint64_t to) {
    if (from > 0) txn.erase(ranks, rank_key(from, palette_id));
    if (to > 0) txn.put(ranks, rank_key(to, palette_id), 1);
}

Result<api::ListPopular::Stored> popular(const store::ReadTxn& txn, const api::ListPopular& wanted,
                                         Timestamp now) {
    auto last = last_of_page_before(wanted.after);
    if (!last) return refuse(last.error());
    api::ListPopular::Stored page{.as_of = now};
    api::PageBudget budget({.items = wanted.limit.value()});
    const auto [after_likes, after_id] = rank_key(last->likes, last->id);
    for (const auto& [key, unused] : txn.scan(ranks).after(after_likes, after_id)) {
        const auto [complement, id] = key;
        const auto json = txn.get(palettes, id);
        CHECK_INVARIANT(json.has_value());
        if (!budget.visits() || !budget.takes(json->size())) {
            page.next = api::cursor_of({last->rank, last->likes, last->id});
            break;
        }
        last = Ranked{last->rank + 1, most_likes - complement, id};
        page.items.push_back({.rank = api::Rank::clamped(last->rank),
                              .likes = api::Count::clamped(last->likes),
                              .palette = api::Encoded<api::Palette>(*json)});
    }
    return page;
}

}  // namespace palette::popularity
