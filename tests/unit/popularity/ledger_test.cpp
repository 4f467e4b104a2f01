// Memory about rows that are not folded yet, after all that can go wrong with a batch.
#include "popularity/core/ledger.hpp"

#include "both_stores.hpp"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <thread>

using namespace palette;
using namespace palette::test;

namespace {

const api::PaletteRef first_palette("alice/p1");

std::uint64_t likes_seen(BothStores& stores) {
    const auto view = stores.ledger->read(stores.store.read());
    const auto subject = view.find(first_palette);
    REQUIRE(subject);
    return static_cast<std::uint64_t>(view.figures(*subject).likes);
}

// A like in a transaction that is rolled back afterwards, as another's fault.
void like_and_spoil(BothStores& stores, const service::Caller& who) {
    const auto spoiled = stores.store->write([&](store::WriteTxn& txn) -> Result<void> {
        const auto liked =
            popularity::like(*stores.ledger, txn, {.who = who, .ref = first_palette});
        REQUIRE(liked);
        throw std::runtime_error("somebody else's trouble");
    });
    REQUIRE_FALSE(spoiled);
}

}  // namespace

TEST_CASE("a like that was rolled back was never given") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    const bool folds_first = GENERATE(false, true);
    if (folds_first) stores.fold();
    REQUIRE(stores.like(caller(2, "bob"), first_palette));
    like_and_spoil(stores, caller(3, "carol"));
    CHECK(likes_seen(stores) == 1);
    const auto dave = stores.like(caller(4, "dave"), first_palette);
    CHECK((dave->changed && dave->likes.number() == 2));
    const auto carol = stores.like(caller(3, "carol"), first_palette);
    CHECK((carol->changed && carol->likes.number() == 3));
    CHECK(stores.popular({}).items[0].likes.number() == 3);
}

TEST_CASE("what was acknowledged is seen all the time, also while memory is read anew") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    constexpr std::uint64_t likes = 300;
    for (std::uint64_t user = 2; user < 2 + likes; ++user)
        REQUIRE(stores.like(caller(user, "somebody"), first_palette));
    std::atomic<bool> done = false;
    std::atomic<std::uint64_t> reads = 0;
    std::atomic<std::uint64_t> fewest = likes;
    std::thread reader([&] {
        while (!done) {
            const auto view = stores.ledger->read(stores.store.read());
            const auto subject = view.find(first_palette);
            const auto seen = subject ? view.figures(*subject).likes : 0;
            fewest = std::min<std::uint64_t>(fewest, static_cast<std::uint64_t>(seen));
            ++reads;
        }
    });
    constexpr int spoiled = 50;
    for (int i = 0; i < spoiled || reads < spoiled; ++i)
        like_and_spoil(stores, caller(2 + likes, "dave"));
    done = true;
    reader.join();
    CHECK(fewest == likes);
}

TEST_CASE("in a batch that runs twice each like counts once, whoever spoiled it") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    // The first keeps the writer busy until the others wait together.
    std::atomic<bool> all_wait = false;
    std::atomic<int> answered = 0;
    stores.store->submit(
        [&](store::WriteTxn&) {
            while (!all_wait)
                std::this_thread::yield();
        },
        [&](const Result<void>&) { ++answered; });
    std::vector<std::uint64_t> told(20);
    for (std::uint64_t i = 0; i < told.size(); ++i) {
        stores.store->submit(
            [&, i](store::WriteTxn& txn) -> Result<api::Liking> {
                const auto who = caller(i + 2, "somebody");
                auto liked =
                    popularity::like(*stores.ledger, txn, {.who = who, .ref = first_palette});
                if (i % 7 == 3) throw std::runtime_error("spoils the batch, whenever it runs");
                return liked;
            },
            [&, i](const Result<api::Liking>& liked) {
                told[i] = liked ? liked->likes.value() : 0;
                ++answered;
            });
    }
    all_wait = true;
    while (answered < 21)
        std::this_thread::yield();
    std::uint64_t expected = 0;
    for (std::uint64_t i = 0; i < told.size(); ++i)
        CHECK(told[i] == (i % 7 == 3 ? 0 : ++expected));
    CHECK(likes_seen(stores) == expected);
    CHECK(stores.popular({}).items[0].likes.value() == expected);
}

TEST_CASE("a reader between a like and its commit does not see it") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    stores.write([&](store::WriteTxn& txn) {
        const auto bob = caller(2, "bob");
        REQUIRE(popularity::like(*stores.ledger, txn, {.who = bob, .ref = first_palette}));
        CHECK(likes_seen(stores) == 0);
    });
    CHECK(likes_seen(stores) == 1);
}

TEST_CASE("a view stays what it was while its rows are folded and let go") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    REQUIRE(stores.like(caller(2, "bob"), first_palette));
    const auto before = stores.ledger->read(stores.store.read());
    stores.fold();
    REQUIRE(stores.like(caller(3, "carol"), first_palette));
    CHECK(before.figures(*before.find(first_palette)).likes == 1);
    CHECK(likes_seen(stores) == 2);
}

TEST_CASE("what was acknowledged survives a kill at any step of the fold, and counts once") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    for (std::uint64_t who = 2; who < 12; ++who) {
        REQUIRE(stores.like(caller(who, "somebody"), first_palette));
        REQUIRE(stores.like(caller(who, "somebody"), first_palette));
        switch (who % 4) {
            case 0:  // before the fold
                stores.restart();
                break;
            case 1:  // between the fold's commit and all that follows it
                REQUIRE(popularity::fold_some(*stores.store, *stores.tables));
                stores.restart();
                break;
            case 2:  // after the rows were let go
                stores.fold();
                stores.restart();
                break;
            default:
                break;
        }
        CHECK(likes_seen(stores) == who - 1);
    }
    CHECK(stores.popular({}).items[0].likes.number() == 10);
}

TEST_CASE("likes are refused while too many wait, and taken again after a fold") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    stores.write([&](store::WriteTxn& txn) {
        static_cast<void>(stores.ledger->follow(txn));
        for (std::uint64_t i = 1; i < popularity::most_pending; ++i)
            stores.ledger->append(txn, popularity::HourBegan{}, begin_of_time);
    });
    const auto refused = stores.like(caller(2, "bob"), first_palette);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::resource_exhausted);
    CHECK(refused.error().retry_after_ms);
    stores.fold();
    CHECK(stores.like(caller(2, "bob"), first_palette));
}

TEST_CASE("stores of different ages are refused before anything is written") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    stores.fold();
    TestStore empty{{popularity::log_store_tables.begin(), popularity::log_store_tables.end()}};
    CHECK_THROWS_AS(popularity::Ledger(empty.read(), *stores.tables), store::CannotOpen);
    stores.learn(palette_numbered(2));
    stores.write([](store::WriteTxn& txn) { txn.erase(popularity::log, 1); });
    TestStore no_tables{
        {popularity::tables_store_tables.begin(), popularity::tables_store_tables.end()}};
    CHECK_THROWS_AS(popularity::Ledger(stores.store.read(), *no_tables), store::CannotOpen);
}
