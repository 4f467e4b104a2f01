#include "api/page.hpp"

#include "catch.hpp"

using namespace palette;
using namespace palette::api;

TEST_CASE("a page ends at its items, its rows or its bytes, but has one item at least") {
    const auto fill = [](const PageBudget::Limits& limits, std::size_t bytes) {
        PageBudget budget(limits);
        int items = 0;
        while (items < 1'000 && budget.visits() && budget.takes(bytes))
            ++items;
        return items;
    };
    CHECK(fill({.items = 7}, 1) == 7);
    CHECK(fill({.items = 7, .rows = 5}, 1) == 5);
    CHECK(fill({.items = 700}, most_page_bytes / 4) == 4);
    CHECK(fill({.items = 700}, most_page_bytes / 4 + 1) == 3);
    CHECK(fill({.items = 700}, 2 * most_page_bytes) == 1);
}

TEST_CASE("rows that are passed over count, but not as items") {
    PageBudget budget({.items = 2, .rows = 4});
    CHECK(budget.visits());
    CHECK(budget.visits());
    CHECK(budget.visits());
    CHECK(budget.takes(1));
    CHECK(budget.visits());
    CHECK_FALSE(budget.visits());
}

TEST_CASE("a cursor is read as it was written, and nothing else is") {
    CHECK(numbers_of(cursor_of({3, 17, 18446744073709551615U}), 3) ==
          std::vector<std::uint64_t>{3, 17, 18446744073709551615U});
    CHECK(numbers_of(cursor_of({42}), 1) == std::vector<std::uint64_t>{42});
    for (const std::string_view text : {"x", "1", "1.", ".1", "1.2.", "1.2.3", "1..2", "-1.2",
                                        "+1.2", "1,2", "0x1.2", "99999999999999999999.1"}) {
        INFO(text);
        const auto refused = numbers_of(*Cursor::from(text), 2);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::invalid_argument);
        CHECK(refused.error().field == "after");
    }
}

TEST_CASE("a page goes on from the number in its cursor, and the first from where it is told") {
    CHECK(number_after({}, 7) == 7U);
    CHECK(number_after(cursor_of({42}), 7) == 42U);
    CHECK(number_after(cursor_of({0}), 7) == 0U);
    CHECK(number_after(cursor_of({18446744073709551615U}), 7) == 18446744073709551615U);
}

TEST_CASE("a cursor that is no number alone is refused, whatever the first page would begin with") {
    for (const std::string_view text :
         {"x", "1.2", "1.", ".1", "-1", "+1", "0x1", "1e3", "1,0", "18446744073709551616"}) {
        INFO(text);
        const auto refused = number_after(*Cursor::from(text), 7);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::invalid_argument);
        CHECK(refused.error().field == "after");
    }
}
