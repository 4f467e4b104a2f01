#include "broker/migrations.hpp"

#include "api/reader.hpp"
#include "broker/core/names.hpp"
#include "broker/tables.hpp"

#include <stdexcept>

namespace palette::broker {

namespace {

// ---- schema 1 -------------------------------------------------------------------------------

enum class OldTopic : std::uint8_t { palettes, popularity, users };

struct OldLogRow {
    Timestamp appended_at{};
    OldTopic topic{};
    api::Audience audience{};
    std::uint64_t previous = 0;
    store::Blob event{};

    static constexpr auto members =
        std::tuple{&OldLogRow::appended_at, &OldLogRow::topic, &OldLogRow::audience,
                   &OldLogRow::previous, &OldLogRow::event};
};
constexpr store::Table<std::uint64_t, OldLogRow> old_log{"log"};
constexpr store::Table<OldTopic, std::uint64_t> old_topic_heads{"topic_heads"};

// ---- to schema 2 ----------------------------------------------------------------------------

api::Event read_event(std::uint64_t offset, std::string_view json) {
    auto event = api::read_json<api::Event>(json);
    if (event) return *std::move(event);
    throw std::runtime_error("event " + std::to_string(offset) +
                             " cannot be read: " + event.error().message);
}

api::NewEvent as_appended(const api::Event& event) {
    return {.type = event.type,
            .subject = event.subject,
            .time = event.time,
            .topic = event.topic,
            .audience = event.audience,
            .revision = event.revision,
            .data = event.data};
}

}  // namespace

void index_log(store::WriteTxn& txn) {
    while (const auto head = txn.first(old_topic_heads))
        txn.erase(old_topic_heads, head->key);
    std::uint64_t bytes = 0;
    for (const auto& [offset, old] : txn.scan(old_log)) {
        const std::string json(old.event);
        const api::Event event = read_event(offset, json);
        bytes += json.size();
        txn.put(log, offset,
                {.appended_at = old.appended_at,
                 .topic = event.topic.text(),
                 .audience = old.audience,
                 .previous = old.previous,
                 .bytes_through = bytes,
                 .type = event.type.text(),
                 .subject = event.subject.text(),
                 .data_at = json.size() - event.data.text().size() - 1,
                 .event = json});
        if (old.audience == api::Audience::public_)
            txn.put(topic_heads, event.topic.text(), offset);
        if (!holds_numbers_alone(event.type.text()))
            txn.put(subjects, {event.subject.text(), offset}, 1);
        const std::string& id = event.id.text();
        txn.put(source_lives, event.source.text(), id.substr(0, id.rfind('-')));
        learn_names(txn, as_appended(event));
    }
}

}  // namespace palette::broker
