// Events: what happened, as CloudEvents 1.0 with a place in the broker's log; and the methods of
// palette-brokerd that take, keep and give them.
// Source: https://github.com/cloudevents/spec (core, version 1.0.2).
#pragma once

#include "api/method.hpp"
#include "api/names.hpp"
#include "api/palette.hpp"
#include "api/user.hpp"

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

// A store's own random name, made when it is created or restored.
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

// ---- what the types carry -----------------------------------------------------------------------

// An event's type, its topic, and the struct of its data. (The audience may depend on the subject.)
struct EventType {
    std::string_view name;
    Topic topic;
    std::string_view summary;
};

struct UserRegistered {
    User user;

    static constexpr std::string_view name_of_shape = "UserRegistered";
    static constexpr auto fields() {
        return std::array{field<&UserRegistered::user>("The new user")};
    }
    static constexpr EventType event{"user.registered", Topic::users, "Somebody opened an account"};
};

template <class Item>
struct PaletteCreatedOf {
    UserId owner_id;
    Item palette;

    static constexpr std::string_view name_of_shape = "PaletteCreated";
    static constexpr auto fields() {
        return std::array{
            field<&PaletteCreatedOf::owner_id>("Who published it"),
            field<&PaletteCreatedOf::palette>("The palette"),
        };
    }
    static constexpr EventType event{"palette.created", Topic::palettes, "A palette was published"};
};
using PaletteCreated = PaletteCreatedOf<Palette>;

// For siblings: any palette, whoever may see it, as its event tells of it.
struct FindPalette {
    PaletteRef ref;

    static constexpr std::string_view name_of_shape = "FindPalette";
    static constexpr auto fields() { return std::array{field<&FindPalette::ref>("The palette")}; }
    using Result = PaletteCreated;
    using Stored = PaletteCreatedOf<Encoded<Palette>>;
    static constexpr Method method{
        .name = "palette.find",
        .summary = "Find a palette whoever may see it",
        .socket = Socket::sibling,
        .errors = {ErrorKind::not_found},
    };
};

// Both "palette.liked" and "palette.unliked".
struct PaletteLiked {
    UserId user_id;
    Username user;
    PaletteId palette_id;
    PaletteRef ref;
    Count likes;

    static constexpr std::string_view name_of_shape = "PaletteLiked";
    static constexpr auto fields() {
        return std::array{
            field<&PaletteLiked::user_id>("Who"),
            field<&PaletteLiked::user>("Their name"),
            field<&PaletteLiked::palette_id>("The palette"),
            field<&PaletteLiked::ref>("Its reference"),
            field<&PaletteLiked::likes>("How many like it now"),
        };
    }
    static constexpr EventType event{"palette.liked", Topic::popularity,
                                     "Somebody liked a palette"};
    static constexpr EventType undone{"palette.unliked", Topic::popularity,
                                      "Somebody took a like back"};
};

// ---- the broker's methods -----------------------------------------------------------------------

inline constexpr std::size_t most_events_a_page = 256;
// A page of events ends here too, whatever its limit.
inline constexpr std::size_t most_page_bytes = 512 * 1024;

inline constexpr WholeRule event_limit_rule{"EventLimit", "most events in a page", 256, 1, 256};
using EventLimit = Whole<event_limit_rule>;

template <class Item>
struct EventPageOf {
    List<Item, 0, most_events_a_page> items;
    Offset through;
    Offset head;
    Offset first;
    std::optional<Incarnation> log{};

    static constexpr std::string_view name_of_shape = "EventPage";
    static constexpr auto fields() {
        return std::array{
            field<&EventPageOf::items>("Events, oldest first"),
            field<&EventPageOf::through>("The log was looked at up to here: go on after it"),
            field<&EventPageOf::head>("The newest offset in the log; 0 when it is empty"),
            field<&EventPageOf::first>("The oldest offset kept"),
            field<&EventPageOf::log>("The log's own incarnation: in another, offsets mean others"),
        };
    }
};
using EventPage = EventPageOf<Event>;

struct ListEvents {
    Offset after;
    EventLimit limit = 256;
    Topics topics{};

    static constexpr std::string_view name_of_shape = "ListEvents";
    static constexpr auto fields() {
        return std::array{
            field<&ListEvents::after>("Only events above this offset"),
            field<&ListEvents::limit>("Most events in a page"),
            field<&ListEvents::topics>("Only these streams; none named: all"),
        };
    }
    using Result = EventPage;
    using Stored = EventPageOf<Encoded<Event>>;
    static constexpr Method method{
        .name = "event.list",
        .summary = "Read public events from the log",
        .errors = {ErrorKind::out_of_range},
        .command = "watch",
    };
};

// Where the log stands; with `since`, also where that moment is.
struct LogPosition {
    Offset first;
    Offset head;
    Offset before;
    std::optional<Incarnation> log{};

    static constexpr std::string_view name_of_shape = "LogPosition";
    static constexpr auto fields() {
        return std::array{
            field<&LogPosition::first>("The oldest offset kept"),
            field<&LogPosition::head>("The newest; 0 when the log is empty"),
            field<&LogPosition::before>("The last offset before `since`; without it, head"),
            field<&LogPosition::log>("The log's own incarnation: in another, offsets mean others"),
        };
    }
};

struct LocateEvents {
    std::optional<Timestamp> since{};

    static constexpr std::string_view name_of_shape = "LocateEvents";
    static constexpr auto fields() {
        return std::array{field<&LocateEvents::since>("A moment to find")};
    }
    using Result = LogPosition;
    static constexpr Method method{
        .name = "event.locate",
        .summary = "Say where the log stands",
    };
};

// What siblings read: every event, whoever its audience is.
struct ReadEvents {
    Word consumer;
    Offset after;
    EventLimit limit = 256;

    static constexpr std::string_view name_of_shape = "ReadEvents";
    static constexpr auto fields() {
        return std::array{
            field<&ReadEvents::consumer>("Who reads; what is above its cursor is kept for it"),
            field<&ReadEvents::after>("Its cursor"),
            field<&ReadEvents::limit>("Most events in a page"),
        };
    }
    using Result = EventPage;
    using Stored = EventPageOf<Encoded<Event>>;
    static constexpr Method method{
        .name = "event.read",
        .summary = "Read all events from the log",
        .socket = Socket::sibling,
        .errors = {ErrorKind::out_of_range},
    };
};

struct SourcePosition {
    std::optional<Incarnation> incarnation{};
    Sequence sequence = 0;

    static constexpr std::string_view name_of_shape = "SourcePosition";
    static constexpr auto fields() {
        return std::array{
            field<&SourcePosition::incarnation>("Of the last event held; null when none is"),
            field<&SourcePosition::sequence>("Of the last event held"),
        };
    }
};

struct LocateSource {
    Source source;

    static constexpr std::string_view name_of_shape = "LocateSource";
    static constexpr auto fields() { return std::array{field<&LocateSource::source>("An outbox")}; }
    using Result = SourcePosition;
    static constexpr Method method{
        .name = "source.locate",
        .summary = "Say how far a source's events have come",
        .socket = Socket::sibling,
    };
};

// The broker takes exactly the next sequence of a source: an event it holds already is passed over,
// one that would leave a hole is refused as `aborted`. So is one above the first of an incarnation
// that it holds nothing of, unless its sender knows: a log that was replaced unnoticed would lack
// what came before.
template <class Item>
struct AppendEventsOf {
    Source source;
    Incarnation incarnation;
    Sequence first;
    List<Item, 1, most_events_a_page> items;
    bool begins = false;

    static constexpr std::string_view name_of_shape = "AppendEvents";
    static constexpr auto fields() {
        return std::array{
            field<&AppendEventsOf::source>("The outbox they come from"),
            field<&AppendEventsOf::incarnation>("Its store's incarnation"),
            field<&AppendEventsOf::first>("The sequence of the first; the others follow"),
            field<&AppendEventsOf::items>("The events"),
            field<&AppendEventsOf::begins>("Nothing before the first is kept, or held, any more"),
        };
    }
    using Result = SourcePosition;
    static constexpr Method method{
        .name = "source.append",
        .summary = "Hand events to the log",
        .effect = Effect::write,
        .socket = Socket::sibling,
        .repeatable = true,
        .errors = {ErrorKind::aborted},
    };
};
using AppendEvents = AppendEventsOf<NewEvent>;

// What a source answers with: its present state as events, in pages by key.
struct SnapshotPage {
    Incarnation incarnation;
    List<NewEvent, 0, most_events_a_page> items{};
    std::optional<Cursor> next{};

    static constexpr std::string_view name_of_shape = "SnapshotPage";
    static constexpr auto fields() {
        return std::array{
            field<&SnapshotPage::incarnation>("Of the source's store"),
            field<&SnapshotPage::items>("Its state, as events"),
            field<&SnapshotPage::next>("Begins the next page; null on the last"),
        };
    }
};

struct ReadSnapshot {
    std::optional<Cursor> after{};

    static constexpr std::string_view name_of_shape = "ReadSnapshot";
    static constexpr auto fields() {
        return std::array{field<&ReadSnapshot::after>("`next` of the page before")};
    }
    using Result = SnapshotPage;
    static constexpr Method method{
        .name = "source.snapshot",
        .summary = "The present state, for a consumer that cannot catch up from the log",
        .socket = Socket::sibling,
    };
};

// ---- what is published --------------------------------------------------------------------------

// A hint, sent to subscribers of its topic: the log is the truth. A large event is left out.
template <class Item>
struct PublishedOf {
    Offset offset;
    Offset previous;
    std::optional<Item> event{};

    static constexpr std::string_view name_of_shape = "Published";
    static constexpr auto fields() {
        return std::array{
            field<&PublishedOf::offset>("Its place in the log"),
            field<&PublishedOf::previous>("The place of the message of this topic before it"),
            field<&PublishedOf::event>("The event; null when it is longer than 8 KiB"),
        };
    }
};
using Published = PublishedOf<Event>;

}  // namespace palette::api
