#include "broker/migrations.hpp"
#include "told.hpp"

using namespace palette;
using namespace palette::test;

namespace {

// As the first schema had it.
enum class Topic : std::uint8_t { palettes, popularity, users };

struct Row {
    Timestamp appended_at{};
    Topic topic{};
    api::Audience audience{};
    std::uint64_t previous = 0;
    store::Blob event{};

    static constexpr auto members =
        std::tuple{&Row::appended_at, &Row::topic, &Row::audience, &Row::previous, &Row::event};
};
constexpr store::Table<std::uint64_t, Row> old_log{"log"};
constexpr store::Table<Topic, std::uint64_t> old_topic_heads{"topic_heads"};

std::string event_json(std::uint64_t offset, const api::NewEvent& event) {
    return api::to_json(
        api::Event{.specversion = api::Word("1.0"),
                   .id = *api::Word::from(first_life.text() + "-" + std::to_string(offset)),
                   .source = paletted_source,
                   .type = event.type,
                   .subject = event.subject,
                   .time = event.time,
                   .offset = api::Offset::clamped(offset),
                   .topic = event.topic,
                   .audience = event.audience,
                   .revision = event.revision,
                   .data = event.data});
}

}  // namespace

TEST_CASE("a log of the first schema goes on: read, linked, named and forgotten") {
    BrokerLog log;
    const std::array events{std::pair{Topic::users, registered(1, "alice")},
                            std::pair{Topic::palettes, published(42, "sea-glass")},
                            std::pair{Topic::popularity, liked(1, 42)}};
    REQUIRE(log.store->write([&](store::WriteTxn& txn) {
        for (const auto& [topic, event] : events) {
            const std::uint64_t offset = txn.next_id(broker::offset_sequence);
            txn.put(old_log, offset,
                    {begin_of_time, topic, api::Audience::public_, 0, event_json(offset, event)});
            txn.put(old_topic_heads, topic, offset);
        }
        txn.put(broker::sources, {paletted_source.text(), first_life.text()}, {.sequence = 3});
    }));
    REQUIRE(log.store->write([](store::WriteTxn& txn) { broker::index_log(txn); }));

    CHECK(log.read({.limit = 10, .topics = {api::Topic("palettes")}}).items.size() == 1);
    const auto like = api::read_json<api::PaletteLiked>(log.data_at(3));
    REQUIRE(like);
    CHECK(like->ref == api::PaletteRef("alice/sea-glass"));
    REQUIRE(log.append({.source = paletted_source,
                        .incarnation = first_life,
                        .first = 4,
                        .items = {palette_deleted(42)}}));
    CHECK(log.data_at(2) == "null");
    CHECK(log.data_at(3) == "null");
    CHECK(log.store.read().get(broker::log, 4)->previous == 2);
}
