// The rows of a table in the order of their keys, for range-for. Part of txn.hpp:
//
//     for (const auto& [key, like] : txn.scan(likes).under(user).after(last_key).down()) ...
//
// Bounds take a whole key or the first parts of a tuple. A scan reads as it goes; leaving early
// costs nothing. Rows may be put and erased while it runs, also of the same table.
#pragma once

#include "store/cursor.hpp"
#include "store/key.hpp"
#include "store/pack.hpp"
#include "store/table.hpp"

#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace palette::store {

template <class Key, class Value>
struct Row {
    Key key;
    Value value;
};

template <class Key, class Value>
class Scan {
  public:
    Scan(TxnState& txn, std::string_view table) : txn_(&txn), table_(table) {}

    // Only the keys that begin with these parts.
    template <class... Parts>
    [[nodiscard]] Scan under(const Parts&... parts) && {
        bounds_.prefix = key_prefix<Key>(parts...).view();
        return std::move(*this);
    }
    // Starts at this key, itself included, in the direction of the scan.
    template <class... Parts>
    [[nodiscard]] Scan from(const Parts&... parts) && {
        return std::move(*this).starting(Bounds::Start::from, key_prefix<Key>(parts...));
    }
    // Starts behind this key: the next page after the last row of the one before.
    template <class... Parts>
    [[nodiscard]] Scan after(const Parts&... parts) && {
        return std::move(*this).starting(Bounds::Start::after, key_prefix<Key>(parts...));
    }
    // From the largest key to the smallest.
    [[nodiscard]] Scan down() && {
        bounds_.direction = Direction::down;
        return std::move(*this);
    }

    // The first row of the scan, if it has any.
    [[nodiscard]] std::optional<Row<Key, Value>> first() const {
        const Iterator at = begin();
        if (at == std::default_sentinel) return std::nullopt;
        return *at;
    }

    class Iterator {
      public:
        Iterator(TxnState& txn, std::string_view table, const Bounds& bounds)
            : table_(table), cursor_(txn, table, bounds) {}

        [[nodiscard]] Row<Key, Value> operator*() const {
            const Place place{table_, cursor_.key()};
            const std::string_view value = cursor_.value();
            return {key_from<Key>(place), unpack_whole<Value>(value, place)};
        }
        Iterator& operator++() {
            cursor_.advance();
            return *this;
        }
        [[nodiscard]] friend bool operator==(const Iterator& at, std::default_sentinel_t) {
            return !at.cursor_.on_row();
        }

      private:
        std::string_view table_;
        Cursor cursor_;
    };

    [[nodiscard]] Iterator begin() const { return {*txn_, table_, bounds_}; }
    [[nodiscard]] std::default_sentinel_t end() const { return {}; }

  private:
    Scan starting(Bounds::Start how, const KeyBytes& key) && {
        bounds_.start_is = how;
        bounds_.start = key.view();
        return std::move(*this);
    }

    TxnState* txn_;
    std::string_view table_;
    Bounds bounds_;
};

}  // namespace palette::store
