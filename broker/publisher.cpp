#include "broker/publisher.hpp"

#include "api/directory.hpp"
#include "api/log.hpp"
#include "api/writer.hpp"
#include "base/check.hpp"
#include "broker/core/history.hpp"
#include "broker/core/shown.hpp"
#include "broker/tables.hpp"
#include "rpc/server.hpp"

#include <array>
#include <optional>
#include <string>
#include <utility>

namespace palette::broker {

namespace {

// Messages waiting for one subscriber; a slower one loses some and reads the log instead.
constexpr int subscriber_queue_messages = 10'000;
// A longer event is announced by its offset alone.
constexpr std::size_t most_published_bytes = 8 * 1024;

using Published = api::PublishedOf<api::Encoded<api::Event>>;

}  // namespace

Publisher::Publisher(rpc::Context& context, const rpc::SocketFolder& sockets,
                     const store::Store& store)
    : store_(store),
      socket_(context, rpc::SocketKind::pub, subscriber_queue_messages),
      published_through_(head_offset(store.read())) {
    rpc::bind_guarded(socket_, sockets, std::string(api::live_socket));
}

void Publisher::publish() {
    std::string frame;
    const store::ReadTxn txn = store_.read();
    Shown shown(txn, Reader::person);
    std::optional<api::Incarnation> incarnation;  // all of it was written in this run
    for (const auto& [offset, row] : txn.scan(log).after(published_through_)) {
        published_through_ = offset;
        if (row.audience != api::Audience::public_) continue;
        if (!incarnation) incarnation = log_at(txn, offset);
        CHECK_INVARIANT(incarnation.has_value());
        Published published{.offset = api::Offset::clamped(offset),
                            .previous = api::Offset::clamped(row.previous),
                            .log = *incarnation};
        auto event = shown.event(offset, row);
        if (event.json().size() <= most_published_bytes) published.event = std::move(event);
        frame.clear();
        api::append_json(frame, published);
        const std::array<std::string_view, 2> message{row.topic, frame};
        // A publisher never waits; libzmq drops for those whose queue is full.
        static_cast<void>(socket_.send(message));
    }
}

}  // namespace palette::broker
