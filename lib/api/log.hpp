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
            field<&EventPageOf::log>("The incarnation of the log that wrote them, and `through`"),
        };
    }
};
using EventPage = EventPageOf<Event>;

struct ListEvents {
    Offset after;
    EventLimit limit = 256;
    Topics topics{};
    std::optional<Incarnation> log{};

    static constexpr std::string_view name_of_shape = "ListEvents";
    static constexpr auto fields() {
        return std::array{
            field<&ListEvents::after>("Only events above this offset"),
            field<&ListEvents::limit>("Most events in a page"),
            field<&ListEvents::topics>("Only these streams; none named: all"),
            field<&ListEvents::log>("As the page that led to `after` said: refused if it is no "
                                    "place in this log"),
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

// Where the log stands, and where what was asked for is in it.
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
            field<&LogPosition::before>("The last offset before `since`, or the last that this log "
                                        "shares with the reader; else head"),
            field<&LogPosition::log>("The incarnation that wrote `head`; null for an empty log"),
        };
    }
};

struct LocateEvents {
    std::optional<Timestamp> since{};
    std::optional<Offset> after{};
    std::optional<Incarnation> log{};

    static constexpr std::string_view name_of_shape = "LocateEvents";
    static constexpr auto fields() {
        return std::array{
            field<&LocateEvents::since>("A moment to find"),
            field<&LocateEvents::after>("How far a reader has come"),
            field<&LocateEvents::log>("In which incarnation of the log"),
        };
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
    Topics topics{};
    std::optional<Incarnation> log{};
    std::optional<Offset> settled{};

    static constexpr std::string_view name_of_shape = "ReadEvents";
    static constexpr auto fields() {
        return std::array{
            field<&ReadEvents::consumer>("Who reads: the log is kept for it"),
            field<&ReadEvents::after>("Only events above this offset"),
            field<&ReadEvents::limit>("Most events in a page"),
            field<&ReadEvents::topics>("Only these streams; none named: all"),
            field<&ReadEvents::log>("As the page that led to `after` said: refused if it is no "
                                    "place in this log"),
            field<&ReadEvents::settled>("What it will never ask for again, through here; left out: "
                                        "`after`"),
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
            field<&PublishedOf::log>("The incarnation that wrote it"),
            field<&PublishedOf::event>("The event; null when it is longer than 8 KiB"),
        };
    }
};
using Published = PublishedOf<Event>;

// ---- how the log is -------------------------------------------------------------------------

struct ConsumerStatus {
    Word name;
    Offset offset;
    Count lag;
    bool lost = false;
    Timestamp seen_at{};

    static constexpr std::string_view name_of_shape = "ConsumerStatus";
    static constexpr auto fields() {
        return std::array{
            field<&ConsumerStatus::name>("A daemon that reads the log"),
            field<&ConsumerStatus::offset>("It has read through here"),
            field<&ConsumerStatus::lag>("Events that it has not read"),
            field<&ConsumerStatus::lost>("The log could wait no longer: it returns by a snapshot"),
            field<&ConsumerStatus::seen_at>("When it read last"),
        };
    }
};

struct SourceStatus {
    Source source;
    Incarnation incarnation;
    Sequence sequence;
    Count lag;
    std::optional<Timestamp> time{};
    std::optional<Timestamp> seen_at{};

    static constexpr std::string_view name_of_shape = "SourceStatus";
    static constexpr auto fields() {
        return std::array{
            field<&SourceStatus::source>("An outbox"),
            field<&SourceStatus::incarnation>("Of its store"),
            field<&SourceStatus::sequence>("Of the last event held"),
            field<&SourceStatus::lag>("Events that it had not handed over when it came last"),
            field<&SourceStatus::time>("When the last one held was written"),
            field<&SourceStatus::seen_at>("When it came last; null: not since the broker started"),
        };
    }
};

inline constexpr std::size_t most_consumers = 64;
inline constexpr std::size_t most_sources = 64;

struct LogStatus {
    Offset first;
    Offset head;
    Count bytes;
    List<ConsumerStatus, 0, most_consumers> consumers{};
    List<SourceStatus, 0, most_sources> sources{};

    static constexpr std::string_view name_of_shape = "LogStatus";
    static constexpr auto fields() {
        return std::array{
            field<&LogStatus::first>("The oldest offset kept"),
            field<&LogStatus::head>("The newest; 0 when the log is empty"),
            field<&LogStatus::bytes>("Of all events kept"),
            field<&LogStatus::consumers>("Who reads it"),
            field<&LogStatus::sources>("Who writes it"),
        };
    }
};

struct AskLogStatus {
    static constexpr std::string_view name_of_shape = "AskLogStatus";
    static constexpr std::array<Member, 0> fields() { return {}; }
    using Result = LogStatus;
    static constexpr Method method{
        .name = "log.status",
        .summary = "Say how the log is, who reads it and who writes it",
        .command = "status --long",
    };
};

}  // namespace palette::api
