#include "api/page.hpp"
#include "api/reader.hpp"
#include "base/check.hpp"
#include "popularity/core/boards.hpp"
#include "popularity/core/lists.hpp"

#include <algorithm>

namespace palette::popularity {

namespace {

using Stored = api::ListPopular::Stored;

// An item of the list, and in a cursor the last one of a page.
struct Ranked {
    std::uint64_t rank = 0;
    std::uint64_t value = largest_value;
    std::uint64_t id = 0;
};

Result<Ranked> last_of_page_before(const std::optional<api::Cursor>& cursor) {
    if (!cursor) return Ranked{};
    const auto numbers = api::numbers_of(*cursor, 3);
    if (!numbers) return refuse(numbers.error());
    return Ranked{.rank = (*numbers)[0], .value = (*numbers)[1], .id = (*numbers)[2]};
}

bool is_wanted(const api::ListPopular& wanted, std::string_view json) {
    if (!wanted.user && !wanted.tag) return true;
    const auto palette = api::read_json<api::Palette>(json);
    CHECK_INVARIANT(palette.has_value());
    if (wanted.user && palette->owner != *wanted.user) return false;
    return !wanted.tag || std::ranges::find(palette->tags, *wanted.tag) != palette->tags.end();
}

api::Count shown(std::int64_t figure) {
    return api::Count::clamped(static_cast<std::uint64_t>(std::max<std::int64_t>(figure, 0)));
}

auto item_of(const Ranked& ranked, const Figures& figures, std::string_view json) {
    return api::PopularItemOf<api::Encoded<api::Palette>>{
        .rank = api::Rank::clamped(ranked.rank),
        .likes = shown(figures.likes),
        .palette = api::Encoded<api::Palette>::owning(std::string(json)),
        .views = shown(figures.views),
        .stars = shown(figures.stars),
        .ratings = shown(figures.ratings)};
}

}  // namespace

Result<Stored> popular(const View& view, const api::ListPopular& wanted, Timestamp now) {
    auto last = last_of_page_before(wanted.after);
    if (!last) return refuse(last.error());
    const store::ReadTxn& tables = view.tables();
    const Board board = board_of(wanted.by, wanted.window);
    Stored page{.as_of = view.as_of(now)};
    api::PageBudget budget(
        {.items = static_cast<std::size_t>(wanted.limit.number()), .rows = most_rows_looked_at});
    for (const auto& [key, unused] :
         tables.scan(ranks).under(board).after(board, largest_value - last->value, last->id)) {
        const auto [in, complement, id] = key;
        const auto json = tables.get(palettes, id);
        CHECK_INVARIANT(json.has_value());
        const bool takes = budget.visits();
        const bool listed = takes && view.is_still_public(id) && is_wanted(wanted, *json);
        if (!takes || (listed && !budget.takes(json->size()))) {
            page.next = api::cursor_of({last->rank, last->value, last->id});
            break;
        }
        last = Ranked{last->rank + (listed ? 1 : 0), largest_value - complement, id};
        if (!listed) continue;
        const auto row = tables.get(totals, id).value_or(TotalsRow{});
        page.items.push_back(item_of(*last, figures_in(row, wanted.window), *json));
    }
    return page;
}

api::FiguresPage figures_of(const View& view, const api::ReadFigures& wanted, Timestamp now) {
    const store::ReadTxn& tables = view.tables();
    api::FiguresPage page{.as_of = view.as_of(now)};
    for (const api::PaletteId& id : wanted.ids) {
        const auto known = tables.get(known_palettes, id.value());
        if (!known || known->is_private) continue;
        const auto row = tables.get(totals, id.value()).value_or(TotalsRow{});
        const Figures& figures = figures_in(row, api::Window::all);
        page.items.push_back({.id = id,
                              .likes = shown(figures.likes),
                              .views = shown(figures.views),
                              .stars = shown(figures.stars),
                              .ratings = shown(figures.ratings)});
    }
    return page;
}

}  // namespace palette::popularity
