#include "cli/commands/watch.hpp"

#include "api/channel.hpp"
#include "cli/input/cursor_file.hpp"
#include "cli/render/event.hpp"
#include "cli/render/print.hpp"
#include "events/locate.hpp"
#include "events/subscription.hpp"

#include <algorithm>

namespace palette::cli {

namespace {

using Moment = std::chrono::steady_clock::time_point;

// What one wait takes at most, so that ends are never far beyond a moment asked for.
constexpr std::chrono::milliseconds longest_wait{60'000};
// What a broker that is well is given to answer, however little time is left.
constexpr std::chrono::milliseconds shortest_wait{100};

events::Place place_of(const std::optional<Since>& since, Timestamp now) {
    if (!since) return events::LogEnd{};
    if (const auto* offset = std::get_if<api::Offset>(&since->place)) return *offset;
    if (const auto* ago = std::get_if<Duration>(&since->place)) return now + -ago->length;
    return events::LogStart{};
}

// When to stop: counted, timed or idle.
class Ends {
  public:
    explicit Ends(const Watch& asked) : asked_(asked) {}

    void saw_event() {
        ++seen_;
        last_ = std::chrono::steady_clock::now();
    }
    [[nodiscard]] bool counted() const { return asked_.count && seen_ >= asked_.count->value(); }
    // How long may still be waited; zero when it is over.
    [[nodiscard]] std::chrono::milliseconds left() const {
        std::chrono::milliseconds least = longest_wait;
        if (asked_.timeout) least = std::min(least, until(begun_ + asked_.timeout->length));
        if (asked_.idle) least = std::min(least, until(last_ + asked_.idle->length));
        return std::max(least, std::chrono::milliseconds(0));
    }
    // A wait that somebody else has the say of, cut to what is left.
    [[nodiscard]] std::chrono::milliseconds at_most(std::chrono::milliseconds usual) const {
        return std::clamp(left(), shortest_wait, usual);
    }
    [[nodiscard]] std::uint64_t seen() const { return seen_; }

  private:
    static std::chrono::milliseconds until(Moment end) {
        return std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    }

    const Watch& asked_;
    std::uint64_t seen_ = 0;
    Moment begun_ = std::chrono::steady_clock::now();
    Moment last_ = begun_;
};

void print_event(Context& context, const api::Event& event) {
    print(context, event);
    context.out().flush();
}

// What lies beyond the end of the log is not to be had: nobody can say yet what it will be.
Result<void> check_in_log(rpc::Client& client, const events::Place& place,
                          const rpc::CallOptions& options) {
    const auto* offset = std::get_if<api::Offset>(&place);
    if (offset == nullptr) return {};
    const auto position = client.call(api::LocateEvents{}, options);
    if (!position) return refuse(position.error());
    if (*offset <= position->head) return {};
    return refuse(ErrorKind::out_of_range, "since",
                  "--since: the log ends at offset " + std::to_string(position->head.number()) +
                      ", before " + std::to_string(offset->number()),
                  "leave it out to begin with what comes next");
}

Result<WatchedPlace> beginning(rpc::Client& client, const Watch& asked, Timestamp now,
                               const rpc::CallOptions& options) {
    if (asked.cursor_file) {
        auto noted = read_cursor_file(asked.cursor_file->text());
        if (!noted) return refuse(noted.error());
        if (*noted) return **std::move(noted);
    }
    const events::Place place = place_of(asked.since, now);
    const auto checked = check_in_log(client, place, options);
    if (!checked) return refuse(checked.error());
    const auto after = events::locate(client, place, options);
    if (!after) return refuse(after.error());
    return WatchedPlace{*after};
}

// A channel that is misspelt would say nothing for ever. While nobody answers, nobody can tell.
Result<void> check_channels(rpc::Client& client, const api::Topics& topics,
                            const rpc::CallOptions& options) {
    for (const api::Topic& topic : topics) {
        if (!topic.text().starts_with(api::channel_topic_prefix)) continue;
        const auto name =
            api::ChannelName::from(topic.text().substr(api::channel_topic_prefix.size()));
        const auto found = client.call(api::GetChannel{.name = *name}, options);
        if (!found && found.error().kind == ErrorKind::not_found) return refuse(found.error());
    }
    return {};
}

// Notes how far the events are printed, in the file that was named.
class Notes {
  public:
    Notes(const std::optional<Path>& file, const events::Subscription& subscription)
        : file_(file), subscription_(subscription) {}

    void printed() {
        if (++printed_ >= most_unnoted) note();
    }
    // When there is time for it, and at the end.
    void note() {
        const api::Offset after = subscription_.cursor();
        if (!file_ || after == noted_) return;
        write_cursor_file(file_->text(), {after, subscription_.log()});
        noted_ = after;
        printed_ = 0;
    }

  private:
    // Whoever is killed prints at most so many once more.
    static constexpr std::size_t most_unnoted = 256;

    const std::optional<Path>& file_;
    const events::Subscription& subscription_;
    std::optional<api::Offset> noted_{};
    std::size_t printed_ = 0;
};

// The next event; before there is none for a while, what was printed is noted.
Result<std::optional<api::Event>> next_event(events::Subscription& subscription, Notes& notes,
                                             std::chrono::milliseconds at_most) {
    auto event = subscription.next(std::chrono::milliseconds(0));
    if (!event || *event) return event;
    notes.note();
    return subscription.next(at_most);
}

Result<Exit> ended_early(const Watch& asked, const Ends& ends) {
    if (!asked.count) return Exit::done;
    return refuse(ErrorKind::deadline_exceeded, "count",
                  std::to_string(ends.seen()) + " events came, expected " +
                      std::to_string(asked.count->number()),
                  "--timeout and --idle say how long to wait");
}

Result<Exit> print_events(Context& context, const Watch& asked, events::Subscription& subscription,
                          Ends& ends, Notes& notes) {
    while (!ends.counted()) {
        const auto left = ends.left();
        if (left.count() == 0) return ended_early(asked, ends);
        const auto event = next_event(subscription, notes, left);
        if (!event && event.error().kind == ErrorKind::out_of_range) {
            context.note(event.error().message);  // what is missing; it goes on after that
        } else if (!event) {
            return refuse(event.error());
        } else if (*event && (!asked.type || asked.type->text() == (*event)->type.text())) {
            print_event(context, **event);
            ends.saw_event();
            notes.printed();
        }
    }
    return Exit::done;
}

}  // namespace

Result<Exit> Watch::run(Context& context) const {
    Ends ends(*this);
    const auto client = context.client();
    if (!client) return refuse(client.error());
    const rpc::CallOptions asking{.timeout = ends.at_most(context.options().timeout.length)};
    const auto channels = check_channels(**client, topic, asking);
    if (!channels) return refuse(channels.error());
    const auto begin = beginning(**client, *this, context.clock().now(), asking);
    const bool is_over = ends.left().count() == 0;
    if (!begin && is_over && begin.error().kind == ErrorKind::deadline_exceeded)
        return ended_early(*this, ends);
    if (!begin) return refuse(begin.error());
    events::Wanted wanted{.topics = topic, .after = begin->after, .log = begin->log};
    wanted.answer_within = ends.at_most(wanted.answer_within);
    events::Subscription subscription(**context.messaging(), **context.sockets(), **client, wanted);
    Notes notes(cursor_file, subscription);
    auto ended = print_events(context, *this, subscription, ends, notes);
    notes.note();
    return ended;
}

}  // namespace palette::cli
