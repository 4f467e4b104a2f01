// What the store throws. Reads and the constructor throw these; a write never does: its answer is a
// Result (see store.hpp).
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace palette::store {

// Where a row lies, for a message. Views: it lives no longer than the row it names.
struct Place {
    std::string_view table;
    std::string_view key;  // its bytes as stored
};

// A row whose bytes are not what was written: a checksum that does not hold, or a content that does
// not have the table's form.
class Corrupt : public std::runtime_error {
  public:
    explicit Corrupt(const Place& place);
};

// The store cannot be opened and says why: it is newer than this program, ...
class CannotOpen : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// The engine failed to read or write: disk, memory, a limit of the engine. `code` is its number: an
// errno, or one of the engine's own (negative).
class EngineFailure : public std::runtime_error {
  public:
    EngineFailure(int code, const std::string& doing);

    [[nodiscard]] int code() const { return code_; }

  private:
    int code_;
};

}  // namespace palette::store
