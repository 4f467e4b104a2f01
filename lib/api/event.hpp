// Events: what happened, as CloudEvents 1.0 with a place in the broker's log. What each type
// carries stands beside the thing it tells of (user.hpp, palette.hpp, popularity.hpp); the methods
// are in log.hpp and source.hpp. Source: https://github.com/cloudevents/spec (core, version 1.0.2).
#pragma once

#include "api/names.hpp"

namespace palette::api {

// Who may read an event, said when it is written.
enum class Audience : std::uint8_t { public_, daemons };
inline constexpr std::array<std::string_view, 2> audience_words{"public", "daemons"};
constexpr ChoiceRule choice_rule(Audience) {
    return {"Audience", "who may read it", audience_words};
}

// The streams that there always are. Beside them each channel is one: channel:design.
inline constexpr std::string_view palettes_topic = "palettes";
inline constexpr std::string_view popularity_topic = "popularity";
inline constexpr std::string_view users_topic = "users";
// For daemons: of those who hand events over.
inline constexpr std::string_view sources_topic = "sources";
inline constexpr std::array standing_topics{palettes_topic, popularity_topic, users_topic};
inline constexpr std::string_view channel_topic_prefix = "channel:";

namespace letters {

constexpr bool topic(std::string_view text) {
    for (const std::string_view standing : standing_topics) {
        if (text == standing) return true;
    }
    if (text == sources_topic) return true;
    if (!text.starts_with(channel_topic_prefix)) return false;
    const std::string_view channel = text.substr(channel_topic_prefix.size());
    return channel.size() >= 2 && channel.size() <= 32 && slug(channel);
}

}  // namespace letters

inline constexpr TextRule topic_rule{
    "Topic",        "a stream: palettes, popularity, users or channel:NAME",   "palettes", 1, 40,
    letters::topic, "^(palettes|popularity|users|sources|channel:[a-z0-9-]+)$"};
using Topic = Text<topic_rule>;
// Watched at once: each is a subscription that the broker keeps.
inline constexpr std::size_t most_topics = 16;
using Topics = List<Topic, 0, most_topics>;

inline constexpr TextRule source_rule{
    "Source",  "a daemon's outbox, such as paletted/1", "paletted/1", 1, 64, letters::visible_ascii,
    "^[!-~]+$"};
using Source = Text<source_rule>;

// A store's own random name, made when it is created, restored, or begins to count anew.
inline constexpr TextRule incarnation_rule{"Incarnation",
                                           "32 hex digits of a store's making",
                                           "0123456789abcdef0123456789abcdef",
                                           32,
                                           32,
                                           letters::hex,
                                           "^[0-9a-f]{32}$"};
using Incarnation = Text<incarnation_rule>;

inline constexpr WholeRule sequence_rule{"Sequence", "counted from 1 within an incarnation", 1, 0};
using Sequence = Whole<sequence_rule>;

// Handed over, read, or told in a snapshot at once.
inline constexpr std::size_t most_events_a_page = 256;

// An event as its source writes it into its outbox: the broker adds the rest.
struct NewEvent {
    Word type;
    Word subject;
    Timestamp time;
    Topic topic;
    Audience audience;
    Revision revision;
    Json data{};
    bool erases = false;

    static constexpr std::string_view name_of_shape = "NewEvent";
    static constexpr auto fields() {
        return std::array{
            field<&NewEvent::type>("What happened, such as palette.created"),
            field<&NewEvent::subject>("To what, such as palette/42"),
            field<&NewEvent::time>("When"),
            field<&NewEvent::topic>("The stream it belongs to"),
            field<&NewEvent::audience>("Who may read it"),
            field<&NewEvent::revision>("The subject's revision; an older one replaces nothing"),
            field<&NewEvent::data>("As its type says"),
            field<&NewEvent::erases>("The data of its subject's earlier events is blanked"),
        };
    }
};

struct Event {
    Word specversion;
    Word id;
    Source source;
    Word type;
    Word subject;
    Timestamp time;
    Offset offset;
    Topic topic;
    Audience audience;
    Revision revision;
    Json data{};

    static constexpr std::string_view name_of_shape = "Event";
    static constexpr auto fields() {
        return std::array{
            field<&Event::specversion>("1.0"),
            field<&Event::id>("The source's incarnation and sequence"),
            field<&Event::source>("The outbox it was written to"),
            field<&Event::type>("What happened, such as palette.created"),
            field<&Event::subject>("To what, such as palette/42"),
            field<&Event::time>("When"),
            field<&Event::offset>("Its place in the log"),
            field<&Event::topic>("The stream it belongs to"),
            field<&Event::audience>("Who may read it"),
            field<&Event::revision>("The subject's revision; an older one replaces nothing"),
            field<&Event::data>("As its type says; null once it was erased"),
        };
    }
};

// An event's type, its topic, and the struct of its data. (The audience may depend on the subject.)
struct EventType {
    std::string_view name;
    std::string_view topic;
    std::string_view summary;
};

// What an event is about, beside its type and data.
struct About {
    std::string_view kind;  // "palette" of palette/42
    std::uint64_t id;
    Timestamp time;
    Audience audience;
    std::uint64_t revision;
    bool erases = false;
};
[[nodiscard]] NewEvent new_event(const EventType& type, const About& about, std::string data);

}  // namespace palette::api
