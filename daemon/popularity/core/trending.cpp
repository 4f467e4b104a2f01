#include "base/check.hpp"
#include "popularity/core/boards.hpp"
#include "popularity/core/hours.hpp"
#include "popularity/core/lists.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace palette::popularity {

namespace {

using Stored = api::ListTrending::Stored;
using Terms = api::List<api::TrendTerm, 0, api::most_trend_terms>;

api::TrendNumber decimal(double number) {
    std::array<char, 64> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.3f", number);
    CHECK_INVARIANT(length > 0 && static_cast<std::size_t>(length) < text.size());
    return *api::TrendNumber::from({text.data(), static_cast<std::size_t>(length)});
}

Terms terms_of(const store::ReadTxn& tables, std::uint64_t set, Hour now) {
    Terms terms;
    for (const auto& [key, figures] : tables.scan(hours).under(set).down()) {
        const Hour hour = std::get<1>(key);
        if (hour + week_hours < now) break;
        if (figures.likes <= 0) continue;
        terms.push_back({.hour = begin_of(hour),
                         .likes = api::Count::clamped(static_cast<std::uint64_t>(figures.likes)),
                         .weight = decimal(weight_of(hour, now))});
    }
    return terms;
}

}  // namespace

Result<Stored> trending(const View& view, const api::ListTrending& wanted, Timestamp now) {
    const store::ReadTxn& tables = view.tables();
    const Hour hour = view.fold().hour;
    Stored page{.items = {},
                .half_life_hours =
                    api::Count::clamped(static_cast<std::uint64_t>(api::trend_half_life_hours)),
                .as_of = view.as_of(now)};
    api::PageBudget budget({.items = static_cast<std::size_t>(wanted.limit.number())});
    for (const auto& [key, unused] : tables.scan(ranks).under(trending_board)) {
        const auto [board, complement, id] = key;
        const auto json = tables.get(palettes, id);
        const auto row = tables.get(totals, id);
        const auto known = tables.get(known_palettes, id);
        CHECK_INVARIANT(json && row && known);
        if (!view.is_still_public(id)) continue;
        if (!budget.visits() || !budget.takes(json->size())) break;
        api::TrendingItemOf<api::Encoded<api::Palette>> item{
            .rank = api::Rank::clamped(page.items.size() + 1),
            .score = decimal(trend_at(largest_value - complement, hour)),
            .likes = api::Count::clamped(
                static_cast<std::uint64_t>(std::max<std::int64_t>(row->week.likes, 0))),
            .palette = api::Encoded<api::Palette>::owning(std::string(*json))};
        if (wanted.explain) item.terms = terms_of(tables, known->set, hour);
        page.items.push_back(std::move(item));
    }
    return page;
}

}  // namespace palette::popularity
