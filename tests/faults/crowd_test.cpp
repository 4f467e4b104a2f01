// More connections to a daemon than it may have: whoever is there is served on, it says what is the
// matter, and lets others in when there is room.
#include "catch.hpp"
#include "family.hpp"
#include "person.hpp"
#include "raw_peer.hpp"
#include "rpc/connections.hpp"

#include <sys/resource.h>

#include <filesystem>
#include <iterator>
#include <vector>

namespace palette::test {

namespace {

// For both ends of nothing but this test's own.
constexpr rlim_t wanted_files = 3 * rpc::most_connections;

bool may_open_many() {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_max < wanted_files) return false;
    files.rlim_cur = std::max(files.rlim_cur, wanted_files);
    return ::setrlimit(RLIMIT_NOFILE, &files) == 0;
}

api::Health health_of(rpc::Client& client) {
    const auto answer = client.ask({.daemon = &api::palettes_daemon,
                                    .method = &api::row_of<api::AskHealth>,
                                    .params = "{}",
                                    .options{}});
    REQUIRE(answer);
    return *api::read_json<api::Health>(*answer);
}

// Of stores, logs, pipes and siblings.
constexpr std::size_t other_files = 128;

std::size_t open_files(pid_t pid) {
    const std::filesystem::directory_iterator files("/proc/" + std::to_string(pid) + "/fd");
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

}  // namespace

TEST_CASE("a crowd of connections keeps nobody from being served who was there before", "[crowd]") {
    if (!may_open_many()) {
        WARN("skipped: this process may not open enough files");
        return;
    }
    BareFamily family;
    family.start_all();
    auto client = family.connect();
    const Person person = sign_up(client, "early");
    const pid_t pid = family.pid(api::palettes_daemon);
    const auto socket = family.home().run / api::palettes_daemon.client_socket();

    std::vector<RawPeer> crowd;
    while (crowd.size() < rpc::most_connections + 500) {
        RawPeer one(socket);
        if (one.connected()) crowd.push_back(std::move(one));
    }
    CHECK(eventually([&] { return health_of(client).state == api::HealthState::degraded; }));
    CHECK_THAT(health_of(client).problem->text(), Catch::Contains("as many connections as it may"));
    CHECK_THAT(family.log_of(api::palettes_daemon), Catch::Contains("connection.refused"));
    CHECK(client.call(palette_titled("Served"), person.options()));
    // Whoever is above the limit is let in for a moment at most.
    CHECK(eventually([&] { return open_files(pid) <= rpc::most_connections + other_files; }));
    rpc::Context late_context;
    auto late = family.connect(late_context);

    crowd.clear();
    CHECK(late.call(api::ListPalettes{}, {.timeout = std::chrono::seconds(20)}));
    CHECK(eventually([&] { return health_of(client).state == api::HealthState::ready; }));
    CHECK(family.pid(api::palettes_daemon) == pid);
    CHECK(family.runs(api::palettes_daemon));
}

}  // namespace palette::test
