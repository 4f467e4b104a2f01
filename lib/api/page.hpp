// Pages of lists: how much one may hold, and the cursor that says where the next begins.
#pragma once

#include "api/names.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <vector>

namespace palette::api {

// A page ends before the item that would make it longer, but has one item at least.
inline constexpr std::size_t most_page_bytes = 512 * 1024;

// What a page may still take: items, their bytes, and the rows looked at to find them.
class PageBudget {
  public:
    struct Limits {
        std::size_t items = 0;
        std::size_t rows = std::numeric_limits<std::size_t>::max();
    };
    explicit PageBudget(const Limits& limits) : limits_(limits) {}

    // Before each row. False when the page has ended.
    [[nodiscard]] bool visits();
    // Before an item of so many bytes. False when the page has ended.
    [[nodiscard]] bool takes(std::size_t bytes);

  private:
    Limits limits_;
    std::size_t rows_ = 0;
    std::size_t items_ = 0;
    std::size_t bytes_ = 0;
};

// Numbers with dots between them, such as 3.17.42.
[[nodiscard]] Cursor cursor_of(std::initializer_list<std::uint64_t> numbers);
// So many numbers; invalid_argument, naming `after`, for a cursor that no page gave.
[[nodiscard]] Result<std::vector<std::uint64_t>> numbers_of(const Cursor& cursor,
                                                            std::size_t count);
// The number that a page goes on from: that of a cursor of one, or `first` without a page before.
[[nodiscard]] Result<std::uint64_t> number_after(const std::optional<Cursor>& after,
                                                 std::uint64_t first);
// invalid_argument, naming `after`: no page gave this cursor.
[[nodiscard]] tl::unexpected<Error> unknown_cursor();

}  // namespace palette::api
