#include "popularity/core/ranking.hpp"

#include "popularity/tables.hpp"

#include <limits>

namespace palette::popularity {

namespace {

constexpr std::uint64_t most_likes = std::numeric_limits<std::uint64_t>::max();

}  // namespace

RankKey rank_key(std::uint64_t count, std::uint64_t palette_id) {
    return {most_likes - count, palette_id};
}

std::uint64_t likes_of(const RankKey& key) {
    return most_likes - std::get<0>(key);
}

void move_rank(store::WriteTxn& txn, std::uint64_t palette_id, std::uint64_t from,
               std::uint64_t to) {
    if (from > 0) txn.erase(ranks, rank_key(from, palette_id));
    if (to > 0) txn.put(ranks, rank_key(to, palette_id), 1);
}

}  // namespace palette::popularity
