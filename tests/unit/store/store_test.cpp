#include "base/file_lock.hpp"
#include "catch.hpp"
#include "file_births.hpp"
#include "in_child.hpp"
#include "open_store.hpp"
#include "store/failure.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;
namespace store = palette::store;
using namespace palette::test;
using store::WriteTxn;

namespace {

unsigned mode_of(const fs::path& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

void make_loud(WriteTxn& txn) {
    for (const auto& [id, note] : txn.scan(notes))
        txn.put(notes, id, {note.author, note.text + "!"});
}

std::string text_of_note(const store::Store& opened) {
    return opened.read().get(notes, 1)->text;
}

}  // namespace

TEST_CASE("a store keeps its incarnation, and another store has another one") {
    const TemporaryFolder folder;
    const TemporaryFolder other;
    const std::string incarnation = open_store(folder)->incarnation();
    CHECK(incarnation.size() == 32);
    CHECK(open_store(folder)->incarnation() == incarnation);
    CHECK(open_store(other)->incarnation() != incarnation);
}

TEST_CASE("a store can begin another incarnation, and keeps that one") {
    const TemporaryFolder folder;
    palette::SystemRandom random;
    const std::string first = open_store(folder)->incarnation();
    std::string second;
    {
        const auto opened = open_store(folder);
        REQUIRE(opened->begin_incarnation(random));
        second = opened->incarnation();
        CHECK(second.size() == 32);
        CHECK(second != first);
    }
    CHECK(open_store(folder)->incarnation() == second);
}

TEST_CASE("a copy that is put back begins another incarnation once, with what its owner renews") {
    const TemporaryFolder folder;
    if (!palette::test::keeps_births(folder.path())) return;
    const fs::path place = folder.path() / "store";
    int renewals = 0;
    const auto opened = [&] {
        store::Options options = small_options(folder.path());
        options.renewal = [&](WriteTxn& txn) {
            ++renewals;
            txn.pass_over_ids("note");
        };
        return open_store(std::move(options));
    };
    const auto add = [](store::Store& store) {
        const auto id = store.write([](WriteTxn& txn) { return txn.next_id("note"); });
        REQUIRE(id);
        return *id;
    };
    CHECK_FALSE(opened()->was_put_back());
    const std::string first = opened()->incarnation();
    palette::test::wait_for_later_birth();
    fs::copy(place, folder.path() / "copy", fs::copy_options::recursive);
    CHECK(add(*opened()) == 1);
    CHECK(opened()->incarnation() == first);
    CHECK(renewals == 0);
    fs::remove_all(place);
    fs::rename(folder.path() / "copy", place);
    {
        const auto put_back = opened();
        CHECK(put_back->was_put_back());
        CHECK(put_back->incarnation() != first);
        CHECK(add(*put_back) == store::ids_passed_over + 1);
    }
    CHECK_FALSE(opened()->was_put_back());
    CHECK(renewals == 1);
    // And when somebody else finds out.
    palette::SystemRandom random;
    REQUIRE(opened()->begin_incarnation(random));
    CHECK(renewals == 2);
}

TEST_CASE("a store is closed to other users") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    CHECK(mode_of(folder.path() / "store") == 0700);
    for (const auto& file : fs::directory_iterator(folder.path() / "store"))
        CHECK(mode_of(file.path()) == 0600);
}

TEST_CASE("a second process is refused and told who has the store") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    const std::string holder = "process " + std::to_string(::getpid());
    const int status = in_child([&] {
        try {
            static_cast<void>(open_store(folder));
        } catch (const palette::HeldByProcess& refused) {
            if (std::string(refused.what()).find(holder) != std::string::npos) ::_exit(7);
        }
    });
    CHECK(WEXITSTATUS(status) == 7);
    CHECK(opened->write([](WriteTxn& txn) { txn.put(notes, 1, {}); }));
}

TEST_CASE("what an interrupted creation left is cleared") {
    const TemporaryFolder folder;
    const fs::path aside = folder.path() / "store.new";
    fs::create_directory(aside);
    std::ofstream(aside / "data.mdb") << "half a page";
    std::ofstream(aside / "lock.mdb") << "nonsense";
    const auto opened = open_store(folder);
    CHECK(opened->write([](WriteTxn& txn) { txn.put(notes, 1, {}); }));
    CHECK_FALSE(fs::exists(aside));
}

TEST_CASE("a table that a newer program adds is there at once") {
    const TemporaryFolder folder;
    static_cast<void>(open_store(folder));
    auto options = small_options(folder.path());
    options.tables.emplace_back("added");
    constexpr store::Table<std::uint64_t, std::uint64_t> added{"added"};
    const auto opened = open_store(options);
    CHECK(opened->write([&](WriteTxn& txn) { txn.put(added, 1, 2); }));
    CHECK(opened->read().get(added, 1) == 2);
}

TEST_CASE("a migration is applied once, to a store that was there before it") {
    const TemporaryFolder folder;
    REQUIRE(open_store(folder)->write([](WriteTxn& txn) { txn.put(notes, 1, {1, "old"}); }));
    auto options = small_options(folder.path());
    options.migrations = {make_loud, make_loud};
    CHECK(text_of_note(*open_store(options)) == "old!!");
    CHECK(text_of_note(*open_store(options)) == "old!!");
}

TEST_CASE("a new store is made with the newest schema and is not migrated") {
    const TemporaryFolder folder;
    auto options = small_options(folder.path());
    options.migrations = {[](WriteTxn&) { throw std::logic_error("nothing to migrate"); }};
    CHECK_NOTHROW(open_store(options));
}

TEST_CASE("a migration that ends midway leaves the schema before it, and is applied once later") {
    const TemporaryFolder folder;
    REQUIRE(open_store(folder)->write([](WriteTxn& txn) { txn.put(notes, 1, {1, "old"}); }));
    auto options = small_options(folder.path());
    SECTION("by an exception") {
        options.migrations = {make_loud, [](WriteTxn& txn) {
                                  make_loud(txn);
                                  throw std::runtime_error("midway");
                              }};
        CHECK_THROWS_WITH(open_store(options), "midway");
    }
    SECTION("by a kill") {
        options.migrations = {make_loud, [](WriteTxn& txn) {
                                  make_loud(txn);
                                  ::raise(SIGKILL);
                              }};
        const int status = in_child([&] { static_cast<void>(open_store(options)); });
        CHECK(WTERMSIG(status) == SIGKILL);
    }
    options.migrations = {make_loud};
    CHECK(text_of_note(*open_store(options)) == "old!");
    options.migrations = {make_loud, make_loud};
    CHECK(text_of_note(*open_store(options)) == "old!!");
}

TEST_CASE("an older program refuses a newer store and says so") {
    const TemporaryFolder folder;
    auto options = small_options(folder.path());
    options.migrations = {make_loud};
    static_cast<void>(open_store(options));
    CHECK_THROWS_AS(open_store(folder), store::CannotOpen);
    CHECK_THROWS_WITH(open_store(folder), Catch::Matchers::Contains("newer version"));
    CHECK_NOTHROW(open_store(options));
}
