// What the store may do with a write transaction and a write function may not. Private to the
// store.
#pragma once

#include "store/txn.hpp"

namespace palette::store {

class WriteAccess {
  public:
    // Another write function begins: dirty() is about what it does.
    static void next_function(WriteTxn& txn) { txn.next_function(); }
    [[nodiscard]] static bool has_changes(const WriteTxn& txn) { return txn.has_changes(); }
    // On return all is on disk. Throws EngineFailure: then nothing of it may be relied on.
    static void commit(WriteTxn& txn) { txn.commit(); }
};

}  // namespace palette::store
