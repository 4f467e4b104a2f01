// Every table that palette-brokerd owns, key and value, on one page.
#pragma once

#include "api/event.hpp"
#include "base/clock.hpp"
#include "service/family_keys.hpp"
#include "service/revocations.hpp"
#include "store/table.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

namespace palette::broker {

// ---- the log --------------------------------------------------------------------------------

// An event and what must be known of it before it is shown.
struct LogRow {
    Timestamp appended_at{};  // never before that of the row before
    std::string topic{};
    api::Audience audience{};
    std::uint64_t previous = 0;  // the offset of the public event of this topic before it; 0: none
    std::uint64_t bytes_through = 0;  // of all events there have been, with this one
    std::string type{};
    std::string subject{};
    std::uint64_t data_at = 0;  // where the data begins in `event`: its last member
    store::Blob event{};        // JSON of api::Event

    static constexpr auto members =
        std::tuple{&LogRow::appended_at, &LogRow::topic,         &LogRow::audience,
                   &LogRow::previous,    &LogRow::bytes_through, &LogRow::type,
                   &LogRow::subject,     &LogRow::data_at,       &LogRow::event};
};
// By offset, counted from 1 without holes: the log.
inline constexpr store::Table<std::uint64_t, LogRow> log{"log"};

// The offset of the newest public event of a topic.
inline constexpr store::Table<std::string, std::uint64_t> topic_heads{"topic_heads"};

// Which incarnation of the log wrote from this offset on, up to the next.
inline constexpr store::Table<std::uint64_t, std::string> lives{"lives"};

// How far a source has come.
struct SourceRow {
    std::uint64_t sequence = 0;
    Timestamp time{};  // of that event

    static constexpr auto members = std::tuple{&SourceRow::sequence, &SourceRow::time};
};
// By its name and its store's incarnation: a store that was set aside and is put back goes on where
// it was.
inline constexpr store::Table<std::tuple<std::string, std::string>, SourceRow> sources{"sources"};
// The incarnation of a source that was heard of last.
inline constexpr store::Table<std::string, std::string> source_lives{"source_lives"};

// A daemon that reads the log, by name.
struct ConsumerRow {
    std::uint64_t offset = 0;   // it has read through here
    std::uint64_t settled = 0;  // and will not ask again for what is below this one, nor for it
    Timestamp seen_at{};
    bool is_lost = false;

    static constexpr auto members = std::tuple{&ConsumerRow::offset, &ConsumerRow::settled,
                                               &ConsumerRow::seen_at, &ConsumerRow::is_lost};
};
inline constexpr store::Table<std::string, ConsumerRow> consumers{"consumers"};

// ---- names, put in when events are read -----------------------------------------------------

// Of people, by number.
inline constexpr store::Table<std::uint64_t, std::string> user_names{"user_names"};
// People who deleted their account, for good: a token of theirs may still be about.
inline constexpr store::Table<std::uint64_t, std::uint8_t> gone_users{"gone_users"};

struct PaletteName {
    std::string ref;
    std::uint64_t owner_id = 0;

    static constexpr auto members = std::tuple{&PaletteName::ref, &PaletteName::owner_id};
};
// Of public palettes, by number.
inline constexpr store::Table<std::uint64_t, PaletteName> palette_names{"palette_names"};
// Palettes that are deleted, or were public and are private now.
inline constexpr store::Table<std::uint64_t, std::uint8_t> gone_palettes{"gone_palettes"};

// ---- forgetting -----------------------------------------------------------------------------

// The events of a subject whose data may have to be blanked. Those that hold nothing but numbers
// are not in it.
inline constexpr store::Table<std::tuple<std::string, std::uint64_t>, std::uint8_t> subjects{
    "subjects"};
// Subjects that are being blanked: up to this offset nothing of them is shown.
inline constexpr store::Table<std::string, std::uint64_t> blankings{"blankings"};
// People whose messages and memberships are being forgotten.
inline constexpr store::Table<std::uint64_t, std::uint8_t> leaving_users{"leaving_users"};

// ---- channels -------------------------------------------------------------------------------

struct ChannelRow {
    std::string topic;
    Timestamp created_at{};
    std::uint64_t members_count = 0;
    std::uint64_t newest_message = 0;

    static constexpr auto members =
        std::tuple{&ChannelRow::topic, &ChannelRow::created_at, &ChannelRow::members_count,
                   &ChannelRow::newest_message};
};
inline constexpr store::Table<std::string, ChannelRow> channels{"channels"};
// By founder and channel.
inline constexpr store::Table<std::tuple<std::uint64_t, std::string>, std::uint8_t> foundings{
    "foundings"};
// Since when somebody is in a channel, by channel and user; and the same the other way around.
inline constexpr store::Table<std::tuple<std::string, std::uint64_t>, Timestamp> channel_members{
    "channel_members"};
inline constexpr store::Table<std::tuple<std::uint64_t, std::string>, std::uint8_t> memberships{
    "memberships"};

struct MessageRow {
    std::uint64_t author_id = 0;  // 0: they are gone, and so is the text
    Timestamp at{};
    std::uint64_t offset = 0;  // in the log
    std::string text{};

    static constexpr auto members =
        std::tuple{&MessageRow::author_id, &MessageRow::at, &MessageRow::offset, &MessageRow::text};
};
// By channel and number.
inline constexpr store::Table<std::tuple<std::string, std::uint64_t>, MessageRow> messages{
    "messages"};
// By author, channel and number.
inline constexpr store::Table<std::tuple<std::uint64_t, std::string, std::uint64_t>, std::uint8_t>
    messages_by_author{"messages_by_author"};

inline constexpr std::array all_tables{log.name,
                                       topic_heads.name,
                                       lives.name,
                                       sources.name,
                                       source_lives.name,
                                       consumers.name,
                                       user_names.name,
                                       gone_users.name,
                                       palette_names.name,
                                       gone_palettes.name,
                                       subjects.name,
                                       blankings.name,
                                       leaving_users.name,
                                       channels.name,
                                       foundings.name,
                                       channel_members.name,
                                       memberships.name,
                                       messages.name,
                                       messages_by_author.name,
                                       service::public_keys.name,
                                       service::ended_sessions.name,
                                       service::ended_sessions_by_time.name};

inline constexpr std::string_view offset_sequence = "offset";

}  // namespace palette::broker
