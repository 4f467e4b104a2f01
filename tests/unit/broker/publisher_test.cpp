#include "broker/publisher.hpp"

#include "api/directory.hpp"
#include "broker_log.hpp"

#include <array>

using namespace palette;
using namespace palette::test;

namespace {

// A publisher and one who subscribed before anything was published.
struct Live {
    BrokerLog log;
    TemporaryFolder folder;
    rpc::Context context;
    rpc::SocketFolder sockets{folder.path()};
    broker::Publisher publisher{context, sockets, *log.store};
    rpc::Socket reader{context, rpc::SocketKind::sub, 1'000};

    Live() {
        reader.subscribe("");
        reader.connect(sockets.address(api::live_socket));
        // A subscription takes effect when the publisher has read it: a first event that arrives
        // says that it has.
        do {
            log.append_one(event_of(api::Topic("users")));
            publisher.publish();
        } while (!receive(std::chrono::milliseconds(20)));
    }
    std::optional<api::Published> receive(std::chrono::milliseconds within) {
        rpc::Message message;
        std::array waited{rpc::Waited{.socket = &reader}};
        rpc::wait_readable(waited, within);
        if (!reader.receive(message)) return std::nullopt;
        REQUIRE(message.frames.size() == 2);
        topic = message.frames[0];
        return *api::read_json<api::Published>(message.frames[1]);
    }
    std::optional<api::Published> receive() { return receive(std::chrono::seconds(10)); }

    std::string topic;
};

}  // namespace

TEST_CASE("public events are published with their topic, others never") {
    Live live;
    live.log.append_one(event_of(api::Topic("palettes"), api::Audience::daemons));
    live.log.append_one(event_of(api::Topic("palettes")));
    live.publisher.publish();
    const auto heard = live.receive();
    REQUIRE(heard);
    CHECK(live.topic == "palettes");
    CHECK(heard->offset.value() == live.log.read({.limit = 256}).head);
    CHECK(heard->previous.value() == 0);
    CHECK(heard->log == first_run);
    CHECK(heard->event->audience == api::Audience::public_);
    live.publisher.publish();
    CHECK_FALSE(live.receive(std::chrono::milliseconds(20)));
}

TEST_CASE("a long event is published by its offset alone") {
    Live live;
    const std::string large = "\"" + std::string(8 * 1024, 'x') + "\"";
    live.log.append_one(event_of(api::Topic("palettes"), api::Audience::public_, large));
    live.publisher.publish();
    const auto heard = live.receive();
    REQUIRE(heard);
    CHECK_FALSE(heard->event);
}
