// The core of palette-brokerd over a store of its own, and events to append.
#pragma once

#include "api/reader.hpp"
#include "broker/core/log.hpp"
#include "broker/service.hpp"
#include "broker/tables.hpp"
#include "catch.hpp"
#include "test_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace palette::test {

inline const api::Source paletted_source("paletted/1");
inline const api::Incarnation first_life("11111111111111111111111111111111");
inline const api::Incarnation second_life("22222222222222222222222222222222");
// The incarnations of the log itself, a run of the broker each.
inline const api::Incarnation first_run("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
inline const api::Incarnation second_run("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");

[[nodiscard]] inline api::NewEvent event_of(api::Topic topic = api::Topic("palettes"),
                                            api::Audience audience = api::Audience::public_,
                                            std::string_view data = "null") {
    return {.type = api::Word("palette.created"),
            .subject = api::Word("palette/1"),
            .time = begin_of_time,
            .topic = topic,
            .audience = audience,
            .revision = 1,
            .data = api::Json(std::string(data))};
}

[[nodiscard]] inline api::AppendEvents batch(std::uint64_t first, std::size_t count,
                                             const api::Incarnation& incarnation = first_life) {
    return {
        .source = paletted_source,
        .incarnation = incarnation,
        .first = api::Sequence::clamped(first),
        .items = decltype(api::AppendEvents::items)(std::vector<api::NewEvent>(count, event_of()))};
}

struct BrokerLog {
    TestStore store{broker::Service::tables()};

    [[nodiscard]] Result<api::SourcePosition> append(const api::AppendEvents& wanted) {
        return store->write(
            [&](store::WriteTxn& txn) { return broker::append(txn, wanted, writing()); });
    }
    [[nodiscard]] broker::Writing writing() const { return {run, store.clock.now()}; }
    // Another run of the broker.
    void restart() {
        run = second_run;
        store.reopen();
    }
    // One event more, from a source of its own. Its offset.
    std::uint64_t append_one(const api::NewEvent& event) {
        REQUIRE(append({.source = api::Source("elsewhere/1"),
                        .incarnation = second_life,
                        .first = api::Sequence::clamped(++elsewhere_),
                        .items = {event}}));
        return broker::head_offset(store.read());
    }
    struct Page {
        std::vector<api::Event> items;
        std::uint64_t through;
        std::uint64_t head;
        std::optional<api::Incarnation> log;
    };
    [[nodiscard]] Page read(const broker::Reading& wanted) {
        const store::ReadTxn txn = store.read();
        const auto page = broker::read(txn, wanted);
        REQUIRE(page);
        Page owned{{}, page->through.value(), page->head.value(), page->log};
        for (const auto& item : page->items)
            owned.items.push_back(*api::read_json<api::Event>(item.json()));
        return owned;
    }
    // The ids of all that sources handed over, whoever may read it.
    [[nodiscard]] std::vector<std::string> ids() {
        std::vector<std::string> ids;
        for (const api::Event& event : read({.limit = 256, .reader = broker::Reader::daemon}).items)
            if (event.source.text() != api::broker_daemon.source) ids.push_back(event.id.text());
        return ids;
    }
    // The data of one event, as it is shown.
    [[nodiscard]] std::string data_at(std::uint64_t offset,
                                      broker::Reader reader = broker::Reader::person) {
        const auto page = read({.after = offset - 1, .limit = 1, .reader = reader});
        REQUIRE(page.items.size() == 1);
        REQUIRE(page.items[0].offset.value() == offset);
        return page.items[0].data.text();
    }

    api::Incarnation run = first_run;

  private:
    std::uint64_t elsewhere_ = 0;
};

}  // namespace palette::test
