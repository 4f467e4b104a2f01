// A place in a table, over bytes. Part of txn.hpp; cores use scan() there.
//
// A cursor belongs to its transaction and must be gone before it. It keeps its place while other
// rows of the same table, or the row it stands on, are put or erased in the same transaction: it
// then finds its place again by the last key it saw.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace palette::store {

struct TxnState;
struct CursorState;

enum class Direction : std::uint8_t { up, down };

// Which rows of a table, in which order.
struct Bounds {
    enum class Start : std::uint8_t { at_end_of_prefix, from, after };

    std::string prefix{};  // only keys that begin so
    std::string start{};   // the beginning of a key, where `start_is` says so
    Start start_is = Start::at_end_of_prefix;
    Direction direction = Direction::up;
};

class Cursor {
  public:
    // Stands on the first row in bounds, or on none.
    Cursor(TxnState& txn, std::string_view table, const Bounds& bounds);
    Cursor(Cursor&&) noexcept;
    Cursor& operator=(Cursor&&) noexcept;
    ~Cursor();

    [[nodiscard]] bool on_row() const;
    // Valid until the next advance, put or erase.
    [[nodiscard]] std::string_view key() const;
    // As long as a Blob (txn.hpp). Throws Corrupt.
    [[nodiscard]] std::string_view value() const;
    void advance();

  private:
    std::unique_ptr<CursorState> state_;
};

}  // namespace palette::store
