// Changes of counts, gathered while a fold runs and then written once for each palette: what many
// like costs one move in the ranks, not one for each like.
#pragma once

#include "popularity/tables.hpp"
#include "store/txn.hpp"

#include <map>

namespace palette::popularity {

class Changes {
  public:
    // The transaction outlives it. `now` is the running hour.
    Changes(store::WriteTxn& txn, Hour now) : txn_(txn), now_(now) {}

    // Something of that hour. What is older than a window changes no count of it.
    void add(std::uint64_t palette, const KnownPalette& known, Hour hour, const Figures& by);
    // Writes what was gathered. Before anything else looks at totals, hours or ranks.
    void settle();
    // The next hour runs. Settles first.
    void turn_to(Hour hour);

    [[nodiscard]] Hour now() const { return now_; }

  private:
    struct Gathered {
        std::uint64_t set = 0;
        bool is_private = false;
        std::map<Hour, Figures> by_hour{};
    };
    void settle(std::uint64_t palette, const Gathered& gathered);
    void change_hour(std::uint64_t palette, std::uint64_t set, Hour hour, const Figures& by);
    [[nodiscard]] bool is_within(Hour window, Hour hour) const { return hour + window >= now_; }

    store::WriteTxn& txn_;
    Hour now_;
    std::map<std::uint64_t, Gathered> gathered_;
};

}  // namespace palette::popularity
