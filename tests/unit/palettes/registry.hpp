// The core of paletted over a store of its own.
#pragma once

#include "api/reader.hpp"
#include "catch.hpp"
#include "color/hex.hpp"
#include "outbox/outbox.hpp"
#include "palettes/core/accounts.hpp"
#include "palettes/core/deletion.hpp"
#include "palettes/core/editing.hpp"
#include "palettes/core/history.hpp"
#include "palettes/core/listing.hpp"
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

// Nobody has an account in it.
struct EmptyRegistry {
    TestStore store{palettes::Service::tables()};

    // Runs a rule that answers with a stored palette, and reads that.
    template <class Rule>
    [[nodiscard]] Result<api::Palette> written(Rule rule) {
        return store->write([&](store::WriteTxn& txn) -> Result<api::Palette> {
            const auto made = rule(txn, store.clock.now());
            if (!made) return refuse(made.error());
            return api::read_json<api::Palette>(made->json());
        });
    }
    [[nodiscard]] std::uint64_t events() { return store.read().count_rows(outbox::rows); }
    [[nodiscard]] api::NewEvent event(std::uint64_t number) {
        const store::ReadTxn txn = store.read();
        return *api::read_json<api::NewEvent>(txn.get(outbox::rows, number)->event);
    }
    [[nodiscard]] api::NewEvent last_event() { return event(events()); }
};

// Alice and bob have accounts that no event tells of.
struct Registry : EmptyRegistry {
    service::Caller alice = caller(1, "alice");
    service::Caller bob = caller(2, "bob");

    Registry() {
        for (const service::Caller* who : {&alice, &bob}) {
            REQUIRE(store->write([&](store::WriteTxn& txn) {
                const std::string& name = who->name.text();
                CHECK(txn.next_id(palettes::user_sequence) == who->id.value());
                txn.put(palettes::users, who->id.value(),
                        {.username = name, .created_at = store.clock.now()});
                txn.put(palettes::user_ids, name, who->id.value());
            }));
        }
    }

    [[nodiscard]] Result<api::Palette> create(const service::Caller& owner,
                                              const api::CreatePalette& wanted) {
        return written([&](store::WriteTxn& txn, Timestamp now) {
            return palettes::create(txn, owner, wanted, now);
        });
    }
    [[nodiscard]] Result<api::Palette> update(const service::Caller& owner,
                                              const api::UpdatePalette& wanted) {
        return written([&](store::WriteTxn& txn, Timestamp now) {
            return palettes::update(txn, owner, wanted, now);
        });
    }
    [[nodiscard]] Result<api::Palette> fork(const service::Caller& owner,
                                            const api::ForkPalette& wanted) {
        return written([&](store::WriteTxn& txn, Timestamp now) {
            return palettes::fork(txn, owner, wanted, now);
        });
    }
    [[nodiscard]] Result<api::DeletedPalette> remove(const service::Caller& owner,
                                                     std::string_view ref) {
        return store->write([&](store::WriteTxn& txn) {
            return palettes::delete_palette(txn, owner, *api::PaletteRef::from(ref),
                                            store.clock.now());
        });
    }
    void close_account(const service::Caller& who) {
        REQUIRE(store->write([&](store::WriteTxn& txn) {
            palettes::close_account(txn, who.id.value(), store.clock.now());
        }));
    }
    // Steps until nothing is left to be swept; how many it took.
    std::size_t sweep() {
        std::size_t steps = 0;
        while (palettes::wants_sweeping(store.read())) {
            REQUIRE(store->write(
                [&](store::WriteTxn& txn) { palettes::sweep_deleted(txn, store.clock.now()); }));
            ++steps;
        }
        return steps;
    }
    [[nodiscard]] Result<api::Palette> get(std::string_view ref,
                                           const std::optional<service::Caller>& who = {}) {
        const store::ReadTxn txn = store.read();
        const auto found = palettes::find_for(txn, *api::PaletteRef::from(ref), who);
        if (!found) return refuse(found.error());
        return api::read_json<api::Palette>(found->json());
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
};

}  // namespace palette::test
