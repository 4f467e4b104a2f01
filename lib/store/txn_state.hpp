// What a transaction and its cursors are made of. Private to the store.
#pragma once

#include "store/environment.hpp"
#include "store/lmdb.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace palette::store {

struct TxnState {
    const Environment* environment;
    Environment::Visit visit;  // declared before the handle: left after the transaction has ended
    TxnHandle txn;
    // Of a write transaction only.
    std::string row{};                          // the row that is being packed
    std::vector<std::uint64_t> table_writes{};  // by table number: how often it was written
    std::uint64_t writes = 0;
    std::uint64_t writes_before_function = 0;
};

// The value of a row as stored, its checksum verified and taken off. Throws Corrupt.
[[nodiscard]] std::string_view verified(const Place& place, std::string_view row);

}  // namespace palette::store
