#include "popularity/core/boards.hpp"

#include <algorithm>

namespace palette::popularity {

namespace {

constexpr std::array measures{api::Measure::likes, api::Measure::views, api::Measure::rating};
constexpr std::array windows{api::Window::day, api::Window::week, api::Window::month,
                             api::Window::all};
static_assert(measures.size() * windows.size() == trending_board);

constexpr int rating_bits = 20;

std::uint64_t count_of(std::int64_t figure) {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(figure, 0));
}

void move(store::WriteTxn& txn, Board board, std::uint64_t palette, std::uint64_t from,
          std::uint64_t to) {
    if (from == to) return;
    if (from > 0) txn.erase(ranks, {board, largest_value - from, palette});
    if (to > 0) txn.put(ranks, {board, largest_value - to, palette}, 1);
}

}  // namespace

Board board_of(api::Measure by, api::Window window) {
    return static_cast<Board>(static_cast<std::size_t>(by) * windows.size() +
                              static_cast<std::size_t>(window));
}

const Figures& figures_in(const TotalsRow& row, api::Window window) {
    switch (window) {
        case api::Window::day:
            return row.day;
        case api::Window::week:
            return row.week;
        case api::Window::month:
            return row.month;
        case api::Window::all:
            return row.all;
    }
    return row.all;
}

std::uint64_t value_of(api::Measure by, const Figures& figures) {
    switch (by) {
        case api::Measure::likes:
            return count_of(figures.likes);
        case api::Measure::views:
            return count_of(figures.views);
        case api::Measure::rating:
            if (figures.ratings <= 0) return 0;
            return ((count_of(figures.stars) + api::prior_stars) << rating_bits) /
                   (count_of(figures.ratings) + api::prior_ratings);
    }
    return 0;
}

void rerank(store::WriteTxn& txn, std::uint64_t palette, const TotalsRow& before,
            const TotalsRow& after) {
    for (const api::Measure by : measures) {
        for (const api::Window window : windows) {
            move(txn, board_of(by, window), palette, value_of(by, figures_in(before, window)),
                 value_of(by, figures_in(after, window)));
        }
    }
    move(txn, trending_board, palette, before.trend, after.trend);
}

}  // namespace palette::popularity
