// Reads the bytes of a stored key or value from front to back. Whatever they are not long enough
// for, or go on after, makes them Corrupt: reading never goes past the end.
#pragma once

#include "store/failure.hpp"

#include <cstddef>
#include <string_view>

namespace palette::store {

// The bytes must outlive it, and so must what `place` names.
class ByteReader {
  public:
    ByteReader(std::string_view bytes, const Place& place) : place_(place), rest_(bytes) {}

    // The next bytes; a view of what was given.
    [[nodiscard]] std::string_view take(std::size_t size_bytes);
    void expect_end() const;

  protected:
    [[nodiscard]] std::string_view rest() const { return rest_; }
    [[noreturn]] void give_up() const { throw Corrupt(place_); }

  private:
    Place place_;
    std::string_view rest_;
};

}  // namespace palette::store
