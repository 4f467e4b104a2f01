// LMDB's handles as owners. Private to the store: nothing else includes this.
#pragma once

#include "store/failure.hpp"

#include <lmdb.h>

#include <memory>
#include <string_view>

namespace palette::store {

inline void check(int code, const char* doing) {
    if (code != MDB_SUCCESS) throw EngineFailure(code, doing);
}

struct CloseEnvironment {
    void operator()(MDB_env* env) const { mdb_env_close(env); }
};
struct AbortTransaction {
    void operator()(MDB_txn* txn) const { mdb_txn_abort(txn); }
};
struct CloseCursor {
    void operator()(MDB_cursor* cursor) const { mdb_cursor_close(cursor); }
};

using EnvHandle = std::unique_ptr<MDB_env, CloseEnvironment>;
using TxnHandle = std::unique_ptr<MDB_txn, AbortTransaction>;
using CursorHandle = std::unique_ptr<MDB_cursor, CloseCursor>;

[[nodiscard]] inline MDB_val as_val(std::string_view bytes) {
    // LMDB takes what it only reads through a pointer to non-const.
    return {bytes.size(), const_cast<char*>(bytes.data())};
}
[[nodiscard]] inline std::string_view as_view(const MDB_val& val) {
    return {static_cast<const char*>(val.mv_data), val.mv_size};
}

}  // namespace palette::store
