#include "catch.hpp"
#include "open_store.hpp"

namespace store = palette::store;
using namespace palette::test;
using store::WriteTxn;

namespace {

// Pages a..e of users 1 to 3.
void fill(store::Store& opened) {
    const auto kept = opened.write([](WriteTxn& txn) {
        for (std::uint64_t user = 1; user <= 3; ++user) {
            for (const char name : {'a', 'b', 'c', 'd', 'e'})
                txn.put(pages, {user, std::string(1, name)}, "page");
        }
    });
    REQUIRE(kept);
}

// What a scan visits, as "1a 1b ...".
std::string visited(auto&& scan) {
    std::string text;
    for (const auto& [key, page] : scan) {
        REQUIRE(page == "page");
        if (!text.empty()) text += ' ';
        text += std::to_string(std::get<0>(key)) + std::get<1>(key);
    }
    return text;
}

}  // namespace

TEST_CASE("a row put is found by its key, replaced by another put, and gone when erased") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    REQUIRE(opened->write([](WriteTxn& txn) { txn.put(notes, 7, {1, "first"}); }));
    CHECK(opened->read().get(notes, 7) == Note{1, "first"});
    CHECK_FALSE(opened->read().get(notes, 8));
    REQUIRE(opened->write([](WriteTxn& txn) { txn.put(notes, 7, {1, "second"}); }));
    CHECK(opened->read().get(notes, 7)->text == "second");
    CHECK(opened->write([](WriteTxn& txn) { return txn.erase(notes, 7); }).value());
    CHECK_FALSE(opened->write([](WriteTxn& txn) { return txn.erase(notes, 7); }).value());
    CHECK_FALSE(opened->read().has(notes, 7));
}

TEST_CASE("a scan keeps to its bounds in both directions") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    fill(*opened);
    const auto txn = opened->read();
    const std::uint64_t user = 2;
    const auto all = [&] { return txn.scan(pages); };
    const auto of_user = [&] { return txn.scan(pages).under(user); };

    CHECK(visited(all()).starts_with("1a 1b"));
    CHECK(visited(all().down()).starts_with("3e 3d"));
    CHECK(visited(all().from(user, "d")) == "2d 2e 3a 3b 3c 3d 3e");
    CHECK(visited(all().after(user).down()) == "1e 1d 1c 1b 1a");
    CHECK(visited(of_user()) == "2a 2b 2c 2d 2e");
    CHECK(visited(of_user().down()) == "2e 2d 2c 2b 2a");
    CHECK(visited(of_user().from(user, "c")) == "2c 2d 2e");
    CHECK(visited(of_user().after(user, "c")) == "2d 2e");
    CHECK(visited(of_user().from(user, "c").down()) == "2c 2b 2a");
    CHECK(visited(of_user().after(user, "c").down()) == "2b 2a");
    CHECK(visited(of_user().from(user, "bb")) == "2c 2d 2e");
    CHECK(visited(of_user().from(user, "bb").down()) == "2b 2a");
    CHECK(visited(of_user().from(std::uint64_t{1}, "c")) == "2a 2b 2c 2d 2e");
    CHECK(visited(of_user().from(std::uint64_t{3}).down()) == "2e 2d 2c 2b 2a");
    CHECK(visited(of_user().after(user, "e")).empty());
    CHECK(visited(of_user().after(user, "a").down()).empty());
    CHECK(visited(txn.scan(pages).under(UINT64_MAX)).empty());
    CHECK(visited(txn.scan(pages).under(UINT64_MAX).down()).empty());
}

TEST_CASE("first, last and the number of rows are there without a scan") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    CHECK_FALSE(opened->read().first(pages));
    CHECK_FALSE(opened->read().last(pages));
    fill(*opened);
    const auto txn = opened->read();
    CHECK(txn.first(pages)->key == std::tuple{1, "a"});
    CHECK(txn.last(pages)->key == std::tuple{3, "e"});
    CHECK(txn.count_rows(pages) == 15);
}

TEST_CASE("a scan may erase what it visits and put elsewhere as it goes") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    constexpr std::uint64_t many = 5'000;
    REQUIRE(opened->write([&](WriteTxn& txn) {
        for (std::uint64_t id = 1; id <= many; ++id)
            txn.put(notes, id, {id, std::string(100, 'x')});
    }));
    const auto swept = opened->write([](WriteTxn& txn) {
        std::uint64_t visits = 0;
        for (const auto& [id, note] : txn.scan(notes)) {
            REQUIRE(note.author == id);
            ++visits;
            if (id % 3 != 0) txn.erase(notes, id);
            txn.put(pages, {id % 10, std::to_string(id)}, note.text);
        }
        for (const auto& [id, note] : txn.scan(notes).down())
            txn.put(notes, id, {note.author, "short"});
        return visits;
    });
    CHECK(swept == many);
    CHECK(opened->read().count_rows(notes) == many / 3);
    CHECK(opened->read().count_rows(pages) == many);
    CHECK(opened->read().get(notes, 3)->text == "short");
}

TEST_CASE("a snapshot does not see what is written after it was taken") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    const auto before = opened->read();
    fill(*opened);
    CHECK(before.count_rows(pages) == 0);
    CHECK(opened->read().count_rows(pages) == 15);
}

TEST_CASE("a sequence counts from one without holes, also past refusals") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    const auto take = [](WriteTxn& txn) { return txn.next_id("notes"); };
    CHECK(opened->write(take) == 1);
    CHECK_FALSE(opened->write([&](WriteTxn& txn) -> palette::Result<std::uint64_t> {
        static_cast<void>(take(txn));
        return palette::refuse(palette::ErrorKind::aborted, "", "changed its mind");
    }));
    CHECK(opened->write(take) == 2);
    CHECK(opened->write([](WriteTxn& txn) { return txn.next_id("others"); }) == 1);
}
