// Every table that palette-brokerd owns, key and value, on one page.
#pragma once

#include "api/event.hpp"
#include "base/clock.hpp"
#include "store/table.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

namespace palette::broker {

// An event and what must be known of it before it is shown.
struct LogRow {
    Timestamp appended_at{};  // never before that of the row before
    std::string topic;
    api::Audience audience{};
    std::uint64_t previous = 0;  // the offset of the public event of this topic before it; 0: none
    store::Blob event{};         // JSON of api::Event, served and published as it is

    static constexpr auto members = std::tuple{
        &LogRow::appended_at, &LogRow::topic, &LogRow::audience, &LogRow::previous, &LogRow::event};
};
// By offset, counted from 1 without holes: the log.
inline constexpr store::Table<std::uint64_t, LogRow> log{"log"};

// The offset of the newest public event of a topic.
inline constexpr store::Table<std::string, std::uint64_t> topic_heads{"topic_heads"};

// How far a source has come.
struct SourceRow {
    std::uint64_t sequence = 0;
    Timestamp time{};  // of that event

    static constexpr auto members = std::tuple{&SourceRow::sequence, &SourceRow::time};
};
// By its name and its store's incarnation: a store that was set aside and is put back goes on where
// it was.
inline constexpr store::Table<std::tuple<std::string, std::string>, SourceRow> sources{"sources"};

inline constexpr std::array all_tables{log.name, topic_heads.name, sources.name};

inline constexpr std::string_view offset_sequence = "offset";

}  // namespace palette::broker
