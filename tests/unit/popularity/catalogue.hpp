// The core of palette-popularityd over a store of its own, and palettes as paletted tells of them.
#pragma once

#include "api/reader.hpp"
#include "api/reference.hpp"
#include "api/writer.hpp"
#include "catch.hpp"
#include "people.hpp"
#include "popularity/core/likes.hpp"
#include "popularity/core/ranking.hpp"
#include "popularity/service.hpp"
#include "test_store.hpp"

#include <string>

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

struct Catalogue {
    TestStore store{tables()};
    popularity::CatalogueSink sink;
    service::Caller alice = caller(1, "alice");

    // All palettes here are alice's.
    void learn(const api::Palette& palette) {
        write([&](store::WriteTxn& txn) { popularity::learn(txn, {alice.id, palette}); });
    }
    [[nodiscard]] Result<api::Liking> like(const service::Caller& who, const api::PaletteRef& ref) {
        return store->write([&](store::WriteTxn& txn) {
            return popularity::like(txn, who, ref, store.clock.now());
        });
    }
    [[nodiscard]] Result<api::Liking> unlike(const service::Caller& who,
                                             const api::PaletteRef& ref) {
        return store->write([&](store::WriteTxn& txn) {
            return popularity::unlike(txn, who, ref, store.clock.now());
        });
    }
    [[nodiscard]] api::PopularPage popular(const api::ListPopular& wanted) {
        const store::ReadTxn txn = store.read();
        const auto page = popularity::popular(txn, wanted, store.clock.now());
        REQUIRE(page);
        return *api::read_json<api::PopularPage>(api::to_json(*page));
    }
    template <class Run>
    void write(Run run) {
        REQUIRE(store->write(run));
    }
    // A snapshot that has these palettes, and nothing else.
    void load_snapshot(const std::vector<api::Palette>& all) {
        write([&](store::WriteTxn& txn) {
            sink.begin_snapshot(txn);
            for (const api::Palette& one : all)
                sink.apply_snapshot(state_of(one), txn);
        });
        while (sweep() != outbox::Sink::Sweep::done) {
        }
    }
    [[nodiscard]] outbox::Sink::Sweep sweep() {
        const auto swept = store->write([&](store::WriteTxn& txn) { return sink.sweep(txn); });
        REQUIRE(swept);
        return *swept;
    }
    // The state of a palette as a page of a snapshot brings it.
    [[nodiscard]] api::NewEvent state_of(const api::Palette& palette) const {
        const api::PaletteCreated data{.owner_id = alice.id, .palette = palette};
        return {.type = *api::Word::from(api::PaletteCreated::event.name),
                .subject = api::Word("palette/1"),
                .time = begin_of_time,
                .topic = api::Topic("palettes"),
                .audience = api::Audience::daemons,
                .revision = palette.revision,
                .data = api::Json(api::to_json(data))};
    }

  private:
    static std::vector<std::string_view> tables() { return popularity::Service::tables(); }
};

}  // namespace palette::test
