#include "broker/core/forgetting.hpp"

#include "told.hpp"

using namespace palette;
using namespace palette::test;

namespace {

api::PaletteLiked like_at(BrokerLog& log, std::uint64_t offset) {
    const auto like = api::read_json<api::PaletteLiked>(log.data_at(offset));
    REQUIRE(like);
    return *like;
}

// All that people are shown of the log, as one text.
std::string shown(BrokerLog& log) {
    std::string all;
    std::uint64_t after = 0;
    for (;;) {
        const auto page = log.read({.after = after, .limit = 256});
        for (const api::Event& event : page.items)
            all += api::to_json(event) + "\n";
        if (page.through == after) return all;
        after = page.through;
    }
}

broker::Sweep step(BrokerLog& log) {
    return *log.store->write([](store::WriteTxn& txn) { return broker::forget_more(txn); });
}

}  // namespace

TEST_CASE("names are put in for people, and left out for daemons") {
    BrokerLog log;
    log.append_one(registered(1, "alice"));
    log.append_one(published(42, "sea-glass"));
    const auto offset = log.append_one(liked(1, 42));
    CHECK(like_at(log, offset).user == api::Username("alice"));
    CHECK(like_at(log, offset).ref == api::PaletteRef("alice/sea-glass"));
    const auto plain =
        api::read_json<api::PaletteLiked>(log.data_at(offset, broker::Reader::daemon));
    REQUIRE(plain);
    CHECK_FALSE(plain->user);
    CHECK_FALSE(plain->ref);
}

TEST_CASE("a name that nobody has told of yet is put in once somebody has") {
    BrokerLog log;
    const auto offset = log.append_one(liked(1, 42));
    CHECK_FALSE(like_at(log, offset).user);
    CHECK(like_at(log, offset).likes.value() == 1);
    log.append_one(registered(1, "alice"));
    log.append_one(published(42, "sea-glass"));
    CHECK(like_at(log, offset).user == api::Username("alice"));
    CHECK(like_at(log, offset).ref == api::PaletteRef("alice/sea-glass"));
}

TEST_CASE("a palette's new name is in old likes too") {
    BrokerLog log;
    log.append_one(published(42, "sea-glass"));
    const auto offset = log.append_one(liked(1, 42));
    auto renamed = published(42, "sea-foam");
    renamed.type = *api::Word::from(api::PaletteCreated::changed.name);
    log.append_one(renamed);
    CHECK(like_at(log, offset).ref == api::PaletteRef("alice/sea-foam"));
}

TEST_CASE("after a palette is deleted nothing that is shown tells of it") {
    BrokerLog log;
    log.append_one(registered(1, "alice"));
    log.append_one(published(42, "sea-glass"));
    log.append_one(published(43, "dunes"));
    log.append_one(liked(1, 42));
    log.append_one(palette_deleted(42));
    log.append_one(liked(1, 42));  // on its way when that happened
    const std::string all = shown(log);
    CHECK(all.find("sea-glass") == std::string::npos);
    CHECK(all.find("dunes") != std::string::npos);
    CHECK(log.data_at(2) == "null");
    CHECK(log.data_at(2, broker::Reader::daemon) == "null");
    CHECK(log.data_at(4) == "null");
    CHECK(log.data_at(5) == R"({"palette_id":42})");
    CHECK(log.data_at(6) == "null");
}

TEST_CASE("a palette that becomes private is hidden, and shown again when it is public") {
    BrokerLog log;
    log.append_one(published(42, "sea-glass"));
    const auto like = log.append_one(liked(1, 42));
    log.append_one(hidden(published(42, "sea-glass")));
    CHECK(shown(log).find("sea-glass") == std::string::npos);
    CHECK(log.data_at(1) == "null");
    CHECK(log.data_at(3, broker::Reader::daemon).find("sea-glass") != std::string::npos);
    auto again = published(42, "sea-glass");
    again.type = *api::Word::from(api::PaletteCreated::changed.name);
    log.append_one(again);
    CHECK(like_at(log, like).ref == api::PaletteRef("alice/sea-glass"));
    CHECK(log.data_at(1) == "null");
}

TEST_CASE("after somebody deleted their account their name is nowhere") {
    BrokerLog log;
    log.append_one(registered(1, "alice"));
    log.append_one(registered(2, "bob"));
    log.append_one(published(42, "sea-glass"));
    const auto like = log.append_one(liked(2, 42));
    log.append_one(user_deleted(1));
    // Her palettes are deleted one by one after that; their names are gone at once.
    CHECK_FALSE(like_at(log, like).ref);
    CHECK(like_at(log, like).user == api::Username("bob"));
    log.append_one(palette_deleted(42));
    CHECK(shown(log).find("alice") == std::string::npos);
}

TEST_CASE("a subject with very many events is hidden at once and blanked in steps") {
    BrokerLog log;
    constexpr std::size_t many = 3 * broker::most_blanked_at_once;
    for (std::size_t i = 0; i < many; ++i)
        log.append_one(published(42, "sea-glass"));
    log.append_one(published(43, "dunes"));
    log.append_one(palette_deleted(42));
    log.append_one(published(42, "dunes-again"));  // what comes later is not erased
    const auto blanked = [&] {
        std::size_t count = 0;
        const store::ReadTxn txn = log.store.read();
        for (const auto& [offset, row] : txn.scan(broker::log))
            if (row.event.ends_with(R"("data":null})")) ++count;
        return count;
    };
    CHECK(blanked() == broker::most_blanked_at_once);
    CHECK(shown(log).find("sea-glass") == std::string::npos);
    CHECK(shown(log).find("dunes-again") != std::string::npos);
    log.restart();
    CHECK(shown(log).find("sea-glass") == std::string::npos);
    int steps = 1;
    while (step(log) == broker::Sweep::goes_on)
        ++steps;
    CHECK(steps == 2);
    CHECK(blanked() == many);
    CHECK(shown(log).find("dunes-again") != std::string::npos);
    CHECK_FALSE(broker::has_to_forget(log.store.read()));
}

TEST_CASE("what was erased before it got here is hidden in what others tell of it") {
    BrokerLog log;
    const auto offset = log.append_one(liked(2, 42));
    auto erased = published(42, "sea-glass");
    const bool is_deleted = GENERATE(false, true);
    const auto erases = is_deleted ? palette_deleted(42) : hidden(erased);
    erased.data = api::Json();
    log.append_one(erased);
    CHECK(log.data_at(offset) != "null");
    log.append_one(erases);
    CHECK(log.data_at(offset) == "null");
}
