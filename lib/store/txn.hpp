// Transactions: a snapshot to read from, and the one that writes.
//
// A transaction belongs to one thread and is short: a page of a list, one request. An old snapshot
// keeps the engine from using space again, and the store grows as long as it lives.
//
// Reading throws Corrupt for a damaged row and EngineFailure when the disk fails. A Blob, or a Blob
// within a value, is a view into the store: valid for the life of a ReadTxn; in a WriteTxn until
// its next put, erase or next_id. Everything else is returned by value.
#pragma once

#include "store/scan.hpp"
#include "store/table.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace palette::store {

class ReadTxn {
  public:
    explicit ReadTxn(std::unique_ptr<TxnState> state);
    ReadTxn(ReadTxn&&) noexcept;
    ReadTxn& operator=(ReadTxn&&) noexcept;
    ~ReadTxn();

    template <class Key, class Value>
    [[nodiscard]] std::optional<Value> get(const Table<Key, Value>& table,
                                           const std::type_identity_t<Key>& key) const {
        const KeyBytes bytes = key_bytes(key);
        const auto found = value_at(table.name, bytes.view());
        if (!found) return std::nullopt;
        return unpack_whole<Value>(*found, {table.name, bytes.view()});
    }

    template <class Key, class Value>
    [[nodiscard]] bool has(const Table<Key, Value>& table,
                           const std::type_identity_t<Key>& key) const {
        return value_at(table.name, key_bytes(key).view()).has_value();
    }

    // All rows upward; see scan.hpp for bounds and direction. The scan must not outlive this.
    template <class Key, class Value>
    [[nodiscard]] Scan<Key, Value> scan(const Table<Key, Value>& table) const& {
        return {*state_, table.name};
    }
    // In `for (... : store.read().scan(t))` the snapshot would be gone before the first row.
    template <class Key, class Value>
    Scan<Key, Value> scan(const Table<Key, Value>& table) const&& = delete;
    // The rows with the smallest and with the largest key.
    template <class Key, class Value>
    [[nodiscard]] std::optional<Row<Key, Value>> first(const Table<Key, Value>& table) const {
        return scan(table).first();
    }
    template <class Key, class Value>
    [[nodiscard]] std::optional<Row<Key, Value>> last(const Table<Key, Value>& table) const {
        return scan(table).down().first();
    }

    // How many rows a table has, without visiting them.
    template <class Key, class Value>
    [[nodiscard]] std::uint64_t count_rows(const Table<Key, Value>& table) const {
        return rows_in(table.name);
    }

  protected:
    [[nodiscard]] std::optional<std::string_view> value_at(std::string_view table,
                                                           std::string_view key) const;
    [[nodiscard]] std::uint64_t rows_in(std::string_view table) const;

    std::unique_ptr<TxnState> state_;
};

class WriteTxn : public ReadTxn {
  public:
    using ReadTxn::ReadTxn;

    // Adds the row or replaces the one of that key.
    template <class Key, class Value>
    void put(const Table<Key, Value>& table, const std::type_identity_t<Key>& key,
             const std::type_identity_t<Value>& value) {
        std::string& row = begin_row();
        pack_whole(row, value);
        put_row(table.name, key_bytes(key).view(), row);
    }

    // Whether there was such a row.
    template <class Key, class Value>
    bool erase(const Table<Key, Value>& table, const std::type_identity_t<Key>& key) {
        return erase_row(table.name, key_bytes(key).view());
    }

    // The next number of a named sequence: 1, 2, 3, ... without holes, because it is counted in
    // this transaction and forgotten with it.
    [[nodiscard]] std::uint64_t next_id(std::string_view sequence);
    // So many of them; the first.
    [[nodiscard]] std::uint64_t next_ids(std::string_view sequence, std::size_t count);
    // Passes over ids_passed_over numbers of it: for a renewal.
    void pass_over_ids(std::string_view sequence);

    // Whether the write function that runs has put or erased a row.
    [[nodiscard]] bool dirty() const;

  private:
    // A buffer that already has the room for a row's checksum.
    [[nodiscard]] std::string& begin_row();
    void put_row(std::string_view table, std::string_view key, std::string& row);
    bool erase_row(std::string_view table, std::string_view key);

    friend class WriteAccess;  // what only the store does
    void next_function();
    [[nodiscard]] bool has_changes() const;
    void commit();
};

}  // namespace palette::store
