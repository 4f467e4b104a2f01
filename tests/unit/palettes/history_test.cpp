#include "palettes/core/history.hpp"

#include "registry.hpp"

using namespace palette;
using namespace palette::test;

namespace {

// Revisions 1 to `last`, titled by their numbers.
struct Edited : Registry {
    explicit Edited(int last) {
        REQUIRE(create(alice, titled("1")));
        for (int i = 2; i <= last; ++i)
            retitle(i);
    }
    void retitle(int number) {
        REQUIRE(update(alice, {.ref{"1"}, .title = *api::Title::from(std::to_string(number))}));
    }
    void show(api::Visibility to) { REQUIRE(update(alice, {.ref{"1"}, .visibility = to})); }
    std::vector<std::uint64_t> history(const std::optional<service::Caller>& who = {},
                                       api::Limit limit = 200) {
        std::vector<std::uint64_t> numbers;
        api::ListRevisions wanted{.ref{"1"}, .limit = limit};
        do {
            const store::ReadTxn txn = store.read();
            const auto page = palettes::list_revisions(txn, wanted, who);
            REQUIRE(page);
            CHECK(page->items.size() <= limit.value());
            for (const auto& item : page->items)
                numbers.push_back(api::read_json<api::Palette>(item.json())->revision.value());
            wanted.after = page->next;
        } while (wanted.after);
        return numbers;
    }
};

using Numbers = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("every revision reads back as it was, under the name that the palette has now") {
    Edited registry(3);
    REQUIRE(registry.update(registry.alice, {.ref{"1"}, .slug = api::Slug("moved")}));
    for (int i = 1; i <= 3; ++i) {
        const auto then = registry.get("alice/moved@" + std::to_string(i));
        REQUIRE(then);
        CHECK(then->title.text() == std::to_string(i));
        CHECK(then->revision.value() == static_cast<std::uint64_t>(i));
        CHECK(then->ref.text() == "alice/moved");
    }
    CHECK(registry.get("alice/moved@4")->title.text() == "3");
    CHECK(registry.get("alice/moved@5").error().kind == ErrorKind::not_found);
    CHECK_FALSE(registry.get("alice/1@1"));
}

TEST_CASE("a history is read newest first, in pages that join up") {
    Edited registry(7);
    for (const auto limit : {api::Limit(1), api::Limit(3), api::Limit(7), api::Limit(200)})
        CHECK(registry.history({}, limit) == Numbers{7, 6, 5, 4, 3, 2, 1});
}

TEST_CASE("the last revisions are kept, and the oldest go") {
    constexpr int last = palettes::most_kept_revisions + 5;
    Edited registry(last);
    CHECK(registry.history().size() == palettes::most_kept_revisions + 1);
    CHECK(registry.history().back() == 5);
    CHECK_FALSE(registry.get("alice/1@4"));
    CHECK(registry.get("alice/1@5")->title.text() == "5");
}

TEST_CASE("what was private when it was made stays so for others") {
    Edited registry(1);
    registry.show(api::Visibility::private_);
    registry.retitle(3);
    CHECK_FALSE(registry.get("alice/1@1", registry.bob));
    registry.show(api::Visibility::public_);
    CHECK(registry.history(registry.bob) == Numbers{4, 1});
    CHECK(registry.history(registry.alice) == Numbers{4, 3, 2, 1});
    CHECK_FALSE(registry.get("alice/1@3", registry.bob));
    CHECK(registry.get("alice/1@3", registry.alice));
    CHECK(registry.get("alice/1@1", registry.bob));
}

TEST_CASE("another's private palette has no history") {
    Edited registry(2);
    registry.show(api::Visibility::private_);
    const store::ReadTxn txn = registry.store.read();
    const auto refused = palettes::list_revisions(txn, {.ref{"1"}}, registry.bob);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::not_found);
    CHECK(palettes::list_revisions(txn, {.ref{"1"}, .after = api::Cursor("x")}, registry.alice)
              .error()
              .kind == ErrorKind::invalid_argument);
}
