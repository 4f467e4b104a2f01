// The core of palette-popularityd over two stores of its own, and palettes as paletted tells of
// them.
#pragma once

#include "api/reader.hpp"
#include "api/reference.hpp"
#include "api/writer.hpp"
#include "catch.hpp"
#include "people.hpp"
#include "popularity/core/lists.hpp"
#include "popularity/core/opinions.hpp"
#include "popularity/folder.hpp"
#include "popularity/sink.hpp"
#include "test_store.hpp"

#include <string>
#include <vector>

namespace palette::test {

[[nodiscard]] inline api::Palette palette_numbered(
    std::uint64_t id, api::Visibility visibility = api::Visibility::public_,
    std::uint64_t revision = 1) {
    const auto slug = *api::Slug::from("p" + std::to_string(id));
    return {.id = api::PaletteId::clamped(id),
            .ref = api::reference_to(api::Username("alice"), slug),
            .owner = api::Username("alice"),
            .slug = slug,
            .title = api::Title("Sea Glass"),
            .description = api::Description(""),
            .tags = {},
            .visibility = visibility,
            .revision = api::Revision::clamped(revision),
            .colors = {api::Swatch{.hex = color::Color{}}},
            .created_at = begin_of_time,
            .updated_at = begin_of_time};
}

struct BothStores {
    TestStore store{{popularity::log_store_tables.begin(), popularity::log_store_tables.end()}};
    TestStore tables{
        {popularity::tables_store_tables.begin(), popularity::tables_store_tables.end()}};
    std::unique_ptr<popularity::Ledger> ledger = opened();
    service::Caller alice = caller(1, "alice");

    // All palettes here are alice's.
    void learn(const api::Palette& palette) {
        append(popularity::PaletteTold{api::to_json(api::PaletteCreated{alice.id, palette})});
    }
    void append(const popularity::Entry& entry) {
        write([&](store::WriteTxn& txn) {
            static_cast<void>(ledger->follow(txn));
            ledger->append(txn, entry, now());
        });
    }
    [[nodiscard]] Result<api::Liking> like(const service::Caller& who, const api::PaletteRef& ref) {
        return store->write([&](store::WriteTxn& txn) {
            return popularity::like(*ledger, txn, {.who = who, .ref = ref, .now = now()});
        });
    }
    [[nodiscard]] Result<api::Liking> unlike(const service::Caller& who,
                                             const api::PaletteRef& ref) {
        return store->write([&](store::WriteTxn& txn) {
            return popularity::unlike(*ledger, txn, {.who = who, .ref = ref, .now = now()});
        });
    }
    [[nodiscard]] Result<api::Rating> rate(const service::Caller& who, const api::PaletteRef& ref,
                                           const std::optional<api::Stars>& stars) {
        return store->write([&](store::WriteTxn& txn) {
            return popularity::rate(*ledger, txn, {.who = who, .ref = ref, .now = now()}, stars);
        });
    }
    [[nodiscard]] Result<api::Viewing> view(const service::Caller& who,
                                            const api::PaletteRef& ref) {
        return store->write([&](store::WriteTxn& txn) {
            return popularity::view(*ledger, txn, {.who = who, .ref = ref, .now = now()});
        });
    }
    [[nodiscard]] Result<api::LikePage> likers(const service::Caller& who,
                                               const api::ListLikes& wanted) {
        return popularity::likers_of(ledger->read(store.read()), &who, wanted);
    }
    // Of tables that have all that happened.
    [[nodiscard]] api::PopularPage popular(const api::ListPopular& wanted) {
        fold();
        const auto page = popularity::popular(ledger->read(store.read()), wanted, now());
        REQUIRE(page);
        return *api::read_json<api::PopularPage>(api::to_json(*page));
    }
    [[nodiscard]] api::FiguresPage figures(const api::ReadFigures& wanted) {
        fold();
        return popularity::figures_of(ledger->read(store.read()), wanted, now());
    }
    [[nodiscard]] api::TrendingPage trending(const api::ListTrending& wanted) {
        fold();
        const auto page = popularity::trending(ledger->read(store.read()), wanted, now());
        REQUIRE(page);
        return *api::read_json<api::TrendingPage>(api::to_json(*page));
    }
    template <class Run>
    void write(Run run) {
        REQUIRE(store->write(run));
    }
    // What the fold's thread does, until there is nothing more to do.
    void fold() {
        bool more = true;
        while (more) {
            REQUIRE(popularity::fold_all(*store, *tables, *ledger));
            const auto follows = popularity::append_what_follows(*store, *tables, *ledger, now());
            REQUIRE(follows);
            more = *follows;
        }
    }
    // A snapshot that has these palettes and people, and nothing else.
    void load_snapshot(const std::vector<api::Palette>& all,
                       const std::vector<std::uint64_t>& people = {1, 2, 3}) {
        append(popularity::SnapshotBegan{});
        for (const std::uint64_t user : people)
            append(popularity::UserTold{user});
        for (const api::Palette& one : all)
            learn(one);
        append(popularity::SnapshotEnded{});
        fold();
    }
    // As after kill -9: what is in memory is gone.
    void restart() {
        ledger.reset();
        store.reopen();
        tables.reopen();
        ledger = opened();
    }
    [[nodiscard]] Timestamp now() const { return store.clock.now(); }

  private:
    [[nodiscard]] std::unique_ptr<popularity::Ledger> opened() {
        return std::make_unique<popularity::Ledger>(store.read(), *tables);
    }
};

}  // namespace palette::test
