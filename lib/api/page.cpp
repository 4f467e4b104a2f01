#include "api/page.hpp"

#include "base/check.hpp"

#include <charconv>
#include <string>

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
    const auto refused = [] {
        return refuse(ErrorKind::invalid_argument, "after",
                      "after: expected `next` of the page before");
    };
    std::vector<std::uint64_t> numbers;
    const char* at = cursor.text().data();
    const char* const end = at + cursor.text().size();
    while (numbers.size() < count) {
        if (!numbers.empty() && (at == end || *at++ != '.')) return refused();
        const auto read = std::from_chars(at, end, numbers.emplace_back());
        if (read.ec != std::errc{}) return refused();
        at = read.ptr;
    }
    if (at != end) return refused();
    return numbers;
}

}  // namespace palette::api
