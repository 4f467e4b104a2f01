#include "events/subscription.hpp"

#include "rpc/socket.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace palette::events {

namespace {

// Published messages looked at before anything else is done; their doubles are passed over quickly.
constexpr int most_hints_a_step = 1'000;

// What passes by itself when the broker is up again, or less busy.
bool passing(ErrorKind kind) {
    return kind == ErrorKind::unavailable || kind == ErrorKind::deadline_exceeded ||
           kind == ErrorKind::resource_exhausted;
}

}  // namespace

Subscription::Subscription(rpc::Context& context, const rpc::SocketFolder& folder,
                           rpc::Client& client, Wanted wanted)
    : client_(client),
      wanted_(std::move(wanted)),
      live_(context, folder, wanted_.topics),
      log_(wanted_.log),
      through_(wanted_.after.value()),
      handed_out_(through_) {}

Result<std::optional<api::Event>> Subscription::next(std::chrono::milliseconds at_most) {
    const Moment until = Moment::clock::now() + at_most;
    for (;;) {
        if (ready_.empty()) {
            auto stepped = step();
            if (!stepped) return refuse(std::move(stepped.error()));
        }
        if (!ready_.empty()) return hand_out();
        if (Moment::clock::now() >= until) return std::nullopt;
        wait(until);
    }
}

api::Offset Subscription::cursor() const {
    return api::Offset::clamped(ready_.empty() ? through_ : handed_out_);
}

api::Event Subscription::hand_out() {
    api::Event event = std::move(ready_.front());
    ready_.pop_front();
    handed_out_ = event.offset.value();
    return event;
}

Result<void> Subscription::step() {
    if (Moment::clock::now() >= next_look_) return look_into_log();
    if (!behind_) take_hints();
    return {};
}

void Subscription::take_hints() {
    for (int i = 0; i < most_hints_a_step && ready_.empty() && !behind_; ++i) {
        auto hint = live_.take();
        if (!hint) return;
        consider(*std::move(hint));
    }
}

void Subscription::consider(api::Published hint) {
    const std::uint64_t offset = hint.offset.value();
    const bool another = log_ != hint.log;
    if (!another && offset <= through_) return;  // a double
    const Moment now = Moment::clock::now();
    const bool alone = wanted_.topics.size() == 1;
    const bool follows = offset == through_ + 1 || (alone && hint.previous.value() <= through_);
    if (another || !follows || !hint.event || hint.event->offset != hint.offset) {
        behind_ = true;
        next_look_ = now;
        return;
    }
    ready_.push_back(*std::move(hint.event));
    through_ = offset;
    next_look_ = now + wanted_.look_every;
}

Result<void> Subscription::look_into_log() {
    auto page = client_.call(
        api::ListEvents{
            .after = api::Offset::clamped(through_), .topics = wanted_.topics, .log = log_},
        {.timeout = wanted_.answer_within});
    if (!page && page.error().kind == ErrorKind::out_of_range) {
        return go_on_where_possible(std::move(page.error()));
    }
    if (!page) return put_off(std::move(page.error()));
    log_ = page->log;
    accept(*page);
    return {};
}

void Subscription::accept(const api::EventPage& page) {
    const std::uint64_t before = through_;
    for (const api::Event& event : page.items) {
        if (event.offset.value() <= through_) continue;
        through_ = event.offset.value();
        ready_.push_back(event);
    }
    through_ = std::max(through_, page.through.value());
    behind_ = through_ < page.head.value();
    const Moment now = Moment::clock::now();
    if (!behind_) {
        next_look_ = now + wanted_.look_every;
    } else {
        // A page that leads nowhere is not asked for again at once.
        next_look_ = through_ > before ? now : now + wanted_.retry_every;
    }
}

// After the last event that this log and the reader have in common, or before the first it has.
Result<void> Subscription::go_on_where_possible(Error missing) {
    const auto position =
        client_.call(api::LocateEvents{.after = api::Offset::clamped(through_), .log = log_},
                     {.timeout = wanted_.answer_within});
    if (!position) return put_off(position.error());
    log_.reset();
    through_ = position->before.value();
    behind_ = true;
    next_look_ = Moment::clock::now();
    return refuse(std::move(missing));
}

Result<void> Subscription::put_off(Error error) {
    next_look_ = Moment::clock::now() + wanted_.retry_every;
    if (passing(error.kind)) return {};
    return refuse(std::move(error));
}

void Subscription::wait(Moment until) {
    const auto left = std::min(until, next_look_) - Moment::clock::now();
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(left);
    if (ms.count() <= 0) return;
    if (behind_) {
        rpc::wait_readable({}, ms);
    } else {
        live_.wait(ms);
    }
}

}  // namespace palette::events
