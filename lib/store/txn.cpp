#include "store/txn.hpp"

#include "base/check.hpp"
#include "store/checksum.hpp"
#include "store/renewal.hpp"
#include "store/schema.hpp"
#include "store/txn_state.hpp"

namespace palette::store {

std::string_view verified(const Place& place, std::string_view row) {
    if (!is_intact(place.key, row)) throw Corrupt(place);
    return row.substr(checksum_bytes);
}

ReadTxn::ReadTxn(std::unique_ptr<TxnState> state) : state_(std::move(state)) {}
ReadTxn::ReadTxn(ReadTxn&&) noexcept = default;
ReadTxn& ReadTxn::operator=(ReadTxn&&) noexcept = default;
ReadTxn::~ReadTxn() = default;

std::optional<std::string_view> ReadTxn::value_at(std::string_view table,
                                                  std::string_view key) const {
    MDB_val sought = as_val(key);
    MDB_val found{};
    const int code =
        mdb_get(state_->txn.get(), state_->environment->table(table).dbi, &sought, &found);
    if (code == MDB_NOTFOUND) return std::nullopt;
    check(code, "read a row");
    return verified({table, key}, as_view(found));
}

std::uint64_t ReadTxn::rows_in(std::string_view table) const {
    MDB_stat stat{};
    check(mdb_stat(state_->txn.get(), state_->environment->table(table).dbi, &stat),
          "count the rows of a table");
    return stat.ms_entries;
}

std::string& WriteTxn::begin_row() {
    state_->row.assign(checksum_bytes, '\0');
    return state_->row;
}

void WriteTxn::put_row(std::string_view table, std::string_view key, std::string& row) {
    seal(key, row);
    const auto handle = state_->environment->table(table);
    MDB_val key_val = as_val(key);
    MDB_val row_val = as_val(row);
    check(mdb_put(state_->txn.get(), handle.dbi, &key_val, &row_val, 0), "write a row");
    ++state_->table_writes[handle.number];
    ++state_->writes;
}

bool WriteTxn::erase_row(std::string_view table, std::string_view key) {
    const auto handle = state_->environment->table(table);
    MDB_val key_val = as_val(key);
    const int code = mdb_del(state_->txn.get(), handle.dbi, &key_val, nullptr);
    if (code == MDB_NOTFOUND) return false;
    check(code, "erase a row");
    ++state_->table_writes[handle.number];
    ++state_->writes;
    return true;
}

std::uint64_t WriteTxn::next_id(std::string_view sequence) {
    return next_ids(sequence, 1);
}

std::uint64_t WriteTxn::next_ids(std::string_view sequence, std::size_t count) {
    const std::string name(sequence);
    const std::uint64_t last = get(sequences, name).value_or(0);
    put(sequences, name, last + count);
    return last + 1;
}

void WriteTxn::pass_over_ids(std::string_view sequence) {
    const std::string name(sequence);
    put(sequences, name, get(sequences, name).value_or(0) + ids_passed_over);
}

bool WriteTxn::dirty() const {
    return state_->writes != state_->writes_before_function;
}

void WriteTxn::next_function() {
    state_->writes_before_function = state_->writes;
}

bool WriteTxn::has_changes() const {
    return state_->writes != 0;
}

void WriteTxn::commit() {
    // The handle is LMDB's again, also when the commit fails.
    check(mdb_txn_commit(state_->txn.release()), "commit");
}

}  // namespace palette::store
