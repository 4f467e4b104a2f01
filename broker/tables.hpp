// Every table that palette-brokerd owns, key and value, on one page.
#pragma once

#include "api/event.hpp"
#include "base/clock.hpp"
#include "store/table.hpp"

#include <cstdint>
#include <string>
#include <tuple>

namespace palette::broker {

// An event and what must be known of it before it is shown.
struct LogRow {
    Timestamp appended_at{};
    api::Topic topic{};
    api::Audience audience{};
    std::uint64_t previous = 0;  // the offset of the public event of this topic before it; 0: none
    store::Blob event{};         // JSON of api::Event, served and published as it is

    static constexpr auto members = std::tuple{
        &LogRow::appended_at, &LogRow::topic, &LogRow::audience, &LogRow::previous, &LogRow::event};
};
// By offset, counted from 1 without holes: the log.
inline constexpr store::Table<std::uint64_t, LogRow> log{"log"};

// The offset of the newest public event of a topic.
inline constexpr store::Table<api::Topic, std::uint64_t> topic_heads{"topic_heads"};

// How far each source has come.
struct SourceRow {
    std::string incarnation;
    std::uint64_t sequence = 0;

    static constexpr auto members = std::tuple{&SourceRow::incarnation, &SourceRow::sequence};
};
inline constexpr store::Table<std::string, SourceRow> sources{"sources"};

inline constexpr std::string_view offset_sequence = "offset";

}  // namespace palette::broker
