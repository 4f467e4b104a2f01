// The log of events: the methods of palette-brokerd that give it to readers, and what it publishes.
#pragma once

#include "api/event.hpp"
#include "api/method.hpp"

namespace palette::api {

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
            field<&ReadEvents::consumer>("Who reads: its name, for people"),
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

// A hint, sent to subscribers of its topic: the log is the truth. A large event is left out.
template <class Item>
struct PublishedOf {
    Offset offset;
    Offset previous;
    Incarnation log;
    std::optional<Item> event{};

    static constexpr std::string_view name_of_shape = "Published";
    static constexpr auto fields() {
        return std::array{
            field<&PublishedOf::offset>("Its place in the log"),
            field<&PublishedOf::previous>("The place of the message of this topic before it"),
            field<&PublishedOf::log>("The log's own incarnation: in another, offsets mean others"),
            field<&PublishedOf::event>("The event; null when it is longer than 8 KiB"),
        };
    }
};
using Published = PublishedOf<Event>;

}  // namespace palette::api
