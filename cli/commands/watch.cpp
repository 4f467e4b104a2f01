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
    const auto after = events::locate(**client, place_of(since, context.clock().now()),
                                      {.timeout = context.common().timeout.length});
    if (!after) return refuse(after.error());
    events::Subscription subscription(**context.messaging(), **context.sockets(), **client,
                                      {.topics = topic, .after = *after});
    while (!ends.counted()) {
        const auto left = ends.left();
        if (left.count() == 0) return ended_early(*this, ends);
        const auto event = subscription.next(left);
        if (!event && event.error().kind == ErrorKind::out_of_range) {
            context.note(event.error().message);  // what is missing; it goes on after that
        } else if (!event) {
            return refuse(event.error());
        } else if (*event && (!type || *type == (*event)->type)) {
            print_event(context, **event);
            ends.saw_event();
        }
    }
    return Exit::done;
}

}  // namespace palette::cli
