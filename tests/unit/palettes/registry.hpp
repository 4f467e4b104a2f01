// The core of paletted over a store of its own.
#pragma once

#include "api/reader.hpp"
#include "catch.hpp"
#include "color/hex.hpp"
#include "outbox/outbox.hpp"
#include "palettes/core/accounts.hpp"
#include "palettes/core/palettes.hpp"
#include "palettes/service.hpp"
#include "people.hpp"
#include "test_store.hpp"

#include <string>
#include <vector>

namespace palette::test {

[[nodiscard]] inline api::Colors colors(std::initializer_list<std::string_view> hexes) {
    std::vector<api::Swatch> swatches;
    for (const std::string_view hex : hexes)
        swatches.push_back({.hex = *color::parse_hex(hex)});
    return api::Colors(std::move(swatches));
}

[[nodiscard]] inline api::CreatePalette titled(std::string_view title) {
    return {.title = *api::Title::from(title), .colors = colors({"#0b3954", "#bfd7ea"})};
}

struct Registry {
    TestStore store{palettes::Service::tables()};
    service::Caller alice = caller(1, "alice");
    service::Caller bob = caller(2, "bob");

    // Names that lists can be asked for.
    void open_accounts() {
        for (const service::Caller* who : {&alice, &bob}) {
            const auto opened = store->write([&](store::WriteTxn& txn) {
                return palettes::open_account(txn, who->name, "hash", {}, store.clock.now());
            });
            REQUIRE(opened);
            REQUIRE(opened->id == who->id);
        }
    }

    [[nodiscard]] Result<api::Palette> create(const service::Caller& owner,
                                              const api::CreatePalette& wanted) {
        return store->write([&](store::WriteTxn& txn) -> Result<api::Palette> {
            const auto made = palettes::create(txn, owner, wanted, store.clock.now());
            if (!made) return refuse(made.error());
            return api::read_json<api::Palette>(made->json());
        });
    }

    // The references on a page.
    struct Listed {
        std::vector<std::string> refs;
        std::optional<api::Cursor> next;
    };
    [[nodiscard]] Listed list(const api::ListPalettes& wanted,
                              const std::optional<service::Caller>& caller = {}) {
        const store::ReadTxn txn = store.read();
        const auto page = palettes::list(txn, wanted, caller);
        REQUIRE(page);
        Listed listed{{}, page->next};
        for (const auto& item : page->items)
            listed.refs.push_back(api::read_json<api::Palette>(item.json())->ref.text());
        return listed;
    }
    // All pages, one after the other.
    [[nodiscard]] std::vector<std::string> list_all(
        api::ListPalettes wanted, const std::optional<service::Caller>& caller = {}) {
        std::vector<std::string> refs;
        do {
            const Listed page = list(wanted, caller);
            refs.insert(refs.end(), page.refs.begin(), page.refs.end());
            wanted.after = page.next;
        } while (wanted.after);
        return refs;
    }

    [[nodiscard]] std::uint64_t events() { return store.read().count_rows(outbox::rows); }
};

}  // namespace palette::test
