#include "events/locate.hpp"

#include "catch.hpp"
#include "rpc/socket.hpp"
#include "scripted_daemon.hpp"
#include "temporary_folder.hpp"

namespace palette::test {

namespace {

TEST_CASE("a place in the log becomes the offset before it", "[locate]") {
    TemporaryFolder temporary;
    rpc::Context context;
    rpc::SocketFolder folder(temporary.path());
    SystemRandom random;
    rpc::Client client(context, folder, random);
    ScriptedDaemon broker(
        folder, api::broker_daemon.client_socket(),
        [](const Heard& heard) -> std::optional<std::vector<Said>> {
            const bool since = heard.params.find("1970") != std::string::npos;
            const std::string before = since ? "60" : "99";
            return {{answer_to(heard, R"({"first":42,"head":99,"before":)" + before + "}")}};
        });
    CHECK(events::locate(client, events::LogStart{}) == api::Offset(41));
    CHECK(events::locate(client, events::LogEnd{}) == api::Offset(99));
    CHECK(events::locate(client, Timestamp{1'000}) == api::Offset(60));
    CHECK(events::locate(client, api::Offset(7)) == api::Offset(7));
}

TEST_CASE("an offset is taken as it is, whether the broker runs or not", "[locate]") {
    TemporaryFolder temporary;
    rpc::Context context;
    rpc::SocketFolder folder(temporary.path());
    SystemRandom random;
    rpc::Client client(context, folder, random);
    CHECK(events::locate(client, api::Offset(7)) == api::Offset(7));
    const auto refused = events::locate(client, events::LogStart{});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "palette-brokerd is not running");
}

}  // namespace

}  // namespace palette::test
