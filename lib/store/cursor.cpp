#include "store/cursor.hpp"

#include "base/check.hpp"
#include "store/txn_state.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace palette::store {

namespace {

// The least bytes that sort after everything that begins with `prefix`; none when nothing does.
std::optional<std::string> end_of(std::string prefix) {
    while (!prefix.empty() && prefix.back() == '\xFF')
        prefix.pop_back();
    if (prefix.empty()) return std::nullopt;
    prefix.back() = static_cast<char>(static_cast<unsigned char>(prefix.back()) + 1);
    return prefix;
}

}  // namespace

struct CursorState {
    TxnState* txn;
    Environment::TableHandle table;
    std::string_view table_name;
    std::string prefix;
    Direction direction;
    CursorHandle cursor;
    std::optional<MDB_val> value{};  // none: on no row
    std::string key{};               // of the row it stands on
    std::uint64_t writes_seen = 0;

    [[nodiscard]] std::uint64_t writes() const {
        return txn->table_writes.empty() ? 0 : txn->table_writes[table.number];
    }

    void move(MDB_cursor_op step, MDB_val sought = {}) {
        MDB_val found{};
        const int code = mdb_cursor_get(cursor.get(), &sought, &found, step);
        writes_seen = writes();
        value.reset();
        if (code == MDB_NOTFOUND) return;
        check(code, "read the next row");
        if (!as_view(sought).starts_with(prefix)) return;
        key = as_view(sought);
        value = found;
    }

    // The first row whose key is not below `bound`.
    void seek_up(std::string_view bound) {
        if (bound.empty()) return move(MDB_FIRST);
        move(MDB_SET_RANGE, as_val(bound));
    }

    // The last row whose key is below `bound`; of all rows when there is no bound.
    void seek_down(const std::optional<std::string>& bound) {
        if (!bound) return move(MDB_LAST);
        MDB_val key_found = as_val(*bound);
        MDB_val value_found{};
        const int code = mdb_cursor_get(cursor.get(), &key_found, &value_found, MDB_SET_RANGE);
        if (code == MDB_NOTFOUND) return move(MDB_LAST);
        check(code, "find a row");
        move(MDB_PREV);
    }
};

namespace {

void seek_first(CursorState& state, const Bounds& bounds) {
    const bool after = bounds.start_is == Bounds::Start::after;
    const bool anywhere = bounds.start_is == Bounds::Start::at_end_of_prefix;
    if (bounds.direction == Direction::up) {
        auto start = after ? end_of(bounds.start) : std::optional(bounds.start);
        if (anywhere) start = bounds.prefix;
        if (start) state.seek_up(std::max(*start, bounds.prefix));
        return;
    }
    const auto end = end_of(bounds.prefix);
    if (anywhere) return state.seek_down(end);
    const auto start = after ? std::optional(bounds.start) : end_of(bounds.start);
    if (start && end) return state.seek_down(std::min(*start, *end));
    state.seek_down(start ? start : end);
}

}  // namespace

Cursor::Cursor(TxnState& txn, std::string_view table, const Bounds& bounds) {
    const auto handle = txn.environment->table(table);
    MDB_cursor* opened = nullptr;
    check(mdb_cursor_open(txn.txn.get(), handle.dbi, &opened), "open a cursor");
    state_ = std::make_unique<CursorState>(
        CursorState{&txn, handle, table, bounds.prefix, bounds.direction, CursorHandle(opened)});
    seek_first(*state_, bounds);
}

Cursor::Cursor(Cursor&&) noexcept = default;
Cursor& Cursor::operator=(Cursor&&) noexcept = default;
Cursor::~Cursor() = default;

bool Cursor::on_row() const {
    return state_->value.has_value();
}

std::string_view Cursor::key() const {
    return state_->key;
}

std::string_view Cursor::value() const {
    const auto& value = state_->value;
    CHECK_INVARIANT(value.has_value());
    return verified({state_->table_name, state_->key}, as_view(*value));
}

void Cursor::advance() {
    const bool up = state_->direction == Direction::up;
    if (state_->writes_seen == state_->writes()) return state_->move(up ? MDB_NEXT : MDB_PREV);
    // The table was written meanwhile: find the neighbor of the last key anew.
    const std::string last = state_->key;
    if (!up) return state_->seek_down(last);
    state_->seek_up(last);
    if (state_->value && state_->key == last) state_->move(MDB_NEXT);
}

}  // namespace palette::store
