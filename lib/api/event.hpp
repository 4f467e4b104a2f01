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

enum class Topic : std::uint8_t { palettes, popularity, users };
inline constexpr std::array<std::string_view, 3> topic_words{"palettes", "popularity", "users"};
constexpr ChoiceRule choice_rule(Topic) {
    return {"Topic", "a stream to watch", topic_words};
}
using Topics = List<Topic, 0, topic_words.size()>;

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
            field<&Event::data>("As its type says"),
        };
    }
};

// An event's type, its topic, and the struct of its data. (The audience may depend on the subject.)
struct EventType {
    std::string_view name;
    Topic topic;
    std::string_view summary;
};

}  // namespace palette::api
