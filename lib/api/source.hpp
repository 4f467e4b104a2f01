// Between a source of events, the broker, and those who take them from both: how far a source has
// come, what it hands over, and its present state.
#pragma once

#include "api/event.hpp"
#include "api/method.hpp"

namespace palette::api {

struct SourcePosition {
    std::optional<Incarnation> incarnation{};
    Sequence sequence = 0;
    std::optional<Timestamp> time{};

    static constexpr std::string_view name_of_shape = "SourcePosition";
    static constexpr auto fields() {
        return std::array{
            field<&SourcePosition::incarnation>("As asked for; null when nothing of it is held"),
            field<&SourcePosition::sequence>("Of the last event held"),
            field<&SourcePosition::time>("When that was written: tells it from another's"),
        };
    }
};

struct LocateSource {
    Source source;
    Incarnation incarnation;
    Sequence newest = 0;

    static constexpr std::string_view name_of_shape = "LocateSource";
    static constexpr auto fields() {
        return std::array{
            field<&LocateSource::source>("An outbox"),
            field<&LocateSource::incarnation>("Its store's incarnation"),
            field<&LocateSource::newest>("The newest that it holds: what is missing is its lag"),
        };
    }
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
    List<Item, 0, most_events_a_page> items{};
    bool begins = false;

    static constexpr std::string_view name_of_shape = "AppendEvents";
    static constexpr auto fields() {
        return std::array{
            field<&AppendEventsOf::source>("The outbox they come from"),
            field<&AppendEventsOf::incarnation>("Its store's incarnation"),
            field<&AppendEventsOf::first>("The sequence of the first; the others follow"),
            field<&AppendEventsOf::items>("The events; none: only to say that it begins"),
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

// The broker tells daemons of a source whose store is another one, or a copy that was put back: who
// follows it loads its snapshot, also when it has nothing else to tell.
struct SourceReset {
    Source source;
    Incarnation incarnation;

    static constexpr std::string_view name_of_shape = "SourceReset";
    static constexpr auto fields() {
        return std::array{
            field<&SourceReset::source>("An outbox"),
            field<&SourceReset::incarnation>("Its store's incarnation from now on"),
        };
    }
    static constexpr EventType event{"source.reset", sources_topic,
                                     "A source's store is another one"};
};

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

}  // namespace palette::api
