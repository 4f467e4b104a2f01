#include "api/page.hpp"

#include "base/check.hpp"
#include "base/whole_number.hpp"

#include <string>
#include <string_view>

namespace palette::api {

bool PageBudget::visits() {
    if (items_ == limits_.items || rows_ == limits_.rows) return false;
    ++rows_;
    return true;
}

bool PageBudget::takes(std::size_t bytes) {
    if (items_ > 0 && bytes_ + bytes > most_page_bytes) return false;
    ++items_;
    bytes_ += bytes;
    return true;
}

Cursor cursor_of(std::initializer_list<std::uint64_t> numbers) {
    std::string text;
    for (const std::uint64_t number : numbers) {
        if (!text.empty()) text += '.';
        text += std::to_string(number);
    }
    const auto made = Cursor::from(text);
    CHECK_INVARIANT(made.has_value());
    return *made;
}

Result<std::vector<std::uint64_t>> numbers_of(const Cursor& cursor, std::size_t count) {
    std::vector<std::uint64_t> numbers;
    std::string_view rest = cursor.text();
    bool ends = false;
    while (!ends && numbers.size() < count) {
        const auto dot = rest.find('.');
        const auto number = whole_number<std::uint64_t>(rest.substr(0, dot));
        if (!number) break;
        numbers.push_back(*number);
        ends = dot == std::string_view::npos;
        if (!ends) rest.remove_prefix(dot + 1);
    }
    if (!ends || numbers.size() != count) return unknown_cursor();
    return numbers;
}

Result<std::uint64_t> number_after(const std::optional<Cursor>& after, std::uint64_t first) {
    if (!after) return first;
    const auto numbers = numbers_of(*after, 1);
    if (!numbers) return refuse(numbers.error());
    return numbers->front();
}

tl::unexpected<Error> unknown_cursor() {
    return refuse(ErrorKind::invalid_argument, "after",
                  "after: expected `next` of the page before");
}

}  // namespace palette::api
