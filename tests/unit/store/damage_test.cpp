#include "base/file_lock.hpp"
#include "catch.hpp"
#include "in_child.hpp"
#include "open_store.hpp"
#include "store/failure.hpp"
#include "store/verify.hpp"

#include <fstream>
#include <iterator>

namespace store = palette::store;
using namespace palette::test;
using store::WriteTxn;

namespace {

constexpr auto marked = "a text that is nowhere else";

// Three notes; the text of the second is `marked`.
void fill(const TemporaryFolder& folder) {
    const auto opened = open_store(folder);
    REQUIRE(opened->write([](WriteTxn& txn) {
        txn.put(notes, 1, {1, "one"});
        txn.put(notes, 0xABCDEF0123456789, {2, marked});
        txn.put(notes, UINT64_MAX, {3, "three"});
    }));
}

// Turns one bit of every place in the store's file where these bytes stand.
void flip_a_bit(const TemporaryFolder& folder, std::string_view where) {
    const auto path = folder.path() / "store" / "data.mdb";
    std::ifstream in(path, std::ios::binary);
    std::string file((std::istreambuf_iterator<char>(in)), {});
    std::size_t flipped = 0;
    for (std::size_t at = file.find(where); at != std::string::npos;
         at = file.find(where, at + 1)) {
        file[at + where.size() - 1] = static_cast<char>(file[at + where.size() - 1] ^ 1);
        ++flipped;
    }
    REQUIRE(flipped > 0);
    std::ofstream(path, std::ios::binary) << file;
}

}  // namespace

TEST_CASE("a whole store is verified as whole") {
    const TemporaryFolder folder;
    fill(folder);
    const auto found = store::verify(folder.path() / "store");
    CHECK(found.is_whole());
    CHECK(found.rows >= 3);
}

TEST_CASE("a flipped bit in a value is noticed by whoever reads it, and by nobody else") {
    const TemporaryFolder folder;
    fill(folder);
    flip_a_bit(folder, marked);
    {
        const auto opened = open_store(folder);
        const auto txn = opened->read();
        CHECK_THROWS_AS(txn.get(notes, 0xABCDEF0123456789), store::Corrupt);
        CHECK(txn.get(notes, 1)->text == "one");
        const auto read_all = [&] {
            for (const auto& row : txn.scan(notes))
                static_cast<void>(row);
        };
        CHECK_THROWS_AS(read_all(), store::Corrupt);
        const auto refused = opened->write(
            [](WriteTxn& write) { return write.get(notes, 0xABCDEF0123456789)->author; });
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == palette::ErrorKind::internal);
    }
    const auto found = store::verify(folder.path() / "store");
    CHECK(found.damaged == 1);
    REQUIRE(found.reports.size() == 1);
    CHECK(found.reports[0].find("notes") != std::string::npos);
    CHECK(found.reports[0].find("abcdef0123456789") != std::string::npos);
}

TEST_CASE("a flipped bit in a key is noticed") {
    const TemporaryFolder folder;
    fill(folder);
    flip_a_bit(folder, "\xAB\xCD\xEF\x01\x23\x45\x67\x89");
    CHECK(store::verify(folder.path() / "store").damaged == 1);
}

TEST_CASE("a store that is open elsewhere is not verified, nor is one that is not there") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    const int status = in_child([&] {
        try {
            static_cast<void>(store::verify(folder.path() / "store"));
        } catch (const palette::HeldByProcess&) {
            ::_exit(7);
        }
    });
    CHECK(WEXITSTATUS(status) == 7);
    CHECK_THROWS(store::verify(folder.path() / "nowhere"));
}
