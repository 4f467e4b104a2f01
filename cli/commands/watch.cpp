#include "cli/commands/watch.hpp"

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

Result<api::Offset> beginning(rpc::Client& client, const events::Place& place,
                              const rpc::CallOptions& options) {
    const auto checked = check_in_log(client, place, options);
    if (!checked) return refuse(checked.error());
    return events::locate(client, place, options);
}

Result<Exit> ended_early(const Watch& asked, const Ends& ends) {
    if (!asked.count) return Exit::done;
    return refuse(ErrorKind::deadline_exceeded, "count",
                  std::to_string(ends.seen()) + " events came, expected " +
                      std::to_string(asked.count->number()),
                  "--timeout and --idle say how long to wait");
}

}  // namespace

Result<Exit> Watch::run(Context& context) const {
    Ends ends(*this);
    const auto client = context.client();
    if (!client) return refuse(client.error());
    const auto after = beginning(**client, place_of(since, context.clock().now()),
                                 {.timeout = ends.at_most(context.options().timeout.length)});
    const bool is_over = ends.left().count() == 0;
    if (!after && is_over && after.error().kind == ErrorKind::deadline_exceeded)
        return ended_early(*this, ends);
    if (!after) return refuse(after.error());
    const events::Wanted usual{.after = *after};
    events::Subscription subscription(
        **context.messaging(), **context.sockets(), **client,
        {.topics = topic, .after = *after, .answer_within = ends.at_most(usual.answer_within)});
    while (!ends.counted()) {
        const auto left = ends.left();
        if (left.count() == 0) return ended_early(*this, ends);
        const auto event = subscription.next(left);
        if (!event && event.error().kind == ErrorKind::out_of_range) {
            context.note(event.error().message);  // what is missing; it goes on after that
        } else if (!event) {
            return refuse(event.error());
        } else if (*event && (!type || type->text() == (*event)->type.text())) {
            print_event(context, **event);
            ends.saw_event();
        }
    }
    return Exit::done;
}

}  // namespace palette::cli
