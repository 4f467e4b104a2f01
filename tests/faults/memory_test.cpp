// Memory under attack. Not built with a sanitizer, which keeps what was freed to find who uses it.
#include "attacked.hpp"
#include "catch.hpp"
#include "raw_peer.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace palette::test {

namespace {

// Of a message that never ends.
constexpr std::size_t fed_bytes = 128 * 1024 * 1024;
constexpr std::size_t fed_frame_bytes = 64 * 1024;

std::size_t resident_bytes(pid_t pid) {
    std::ifstream in("/proc/" + std::to_string(pid) + "/statm");
    std::size_t all_pages = 0;
    std::size_t resident_pages = 0;
    in >> all_pages >> resident_pages;
    return resident_pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

// Feeds a message that does not end until so many bytes have gone out, or nobody takes them.
void feed_endless_message(RawPeer& peer, std::size_t bytes) {
    const std::string frame = Garbage::frame(std::string(fed_frame_bytes, 'x'), Garbage::More::yes);
    if (!peer.shake_hands()) return;
    for (std::size_t fed = 0; fed < bytes; fed += fed_frame_bytes) {
        if (!peer.feed(frame)) return;
    }
}

// The daemon's memory while somebody feeds it, who is gone when this returns.
std::size_t resident_bytes_under_attack(const BareFamily& family, const api::Daemon& daemon) {
    const pid_t pid = family.pid(daemon);
    std::size_t resident = 0;
    std::size_t files = 0;
    {
        RawPeer peer(family.home().run / daemon.client_socket());
        feed_endless_message(peer, fed_bytes);
        CHECK(peer.connected());
        resident = resident_bytes(pid);
        files = open_files(pid);
    }
    CHECK(eventually([&] { return open_files(pid) < files; }, until_closed));
    return resident;
}

// Until the daemons have found each other: a connection that they make later would be taken for the
// attacker's, which has to go.
void wait_for_acquaintance(rpc::Client& client) {
    const auto is_complete = [&] {
        const auto log = client.call(api::AskLogStatus{});
        return log && log->consumers.size() == 2 && log->sources.size() == 2;
    };
    CHECK(eventually(is_complete));
}

// The allocator keeps what was freed for the next time.
TEST_CASE("a message that never ends frees its memory when its sender leaves", "[bytes]") {
    BareFamily family;
    family.start_all();
    auto client = family.connect();
    const Person person = sign_up(client, "honest");
    expect_honest_service(family, person);
    wait_for_acquaintance(client);
    for (const api::Daemon* daemon : api::family) {
        INFO(daemon->name);
        const std::size_t before = resident_bytes(family.pid(*daemon));
        const std::size_t first = resident_bytes_under_attack(family, *daemon);
        CHECK(first > before + fed_bytes / 2);  // the attack came through
        CHECK(resident_bytes_under_attack(family, *daemon) < first + fed_bytes / 4);
        CHECK(resident_bytes_under_attack(family, *daemon) < first + fed_bytes / 4);
    }
    expect_honest_service(family, person);
}

TEST_CASE("a message that never ends costs its daemon at most, and no more of the machine",
          "[bytes]") {
    BareFamily family;
    family.start_all();
    auto client = family.connect();
    const Person person = sign_up(client, "honest");
    for (const api::Daemon* daemon : api::family) {
        INFO(daemon->name);
        const pid_t pid = family.pid(*daemon);
        rlimit data{};
        REQUIRE(::prlimit(pid, RLIMIT_DATA, nullptr, &data) == 0);
        CHECK(data.rlim_cur == rlim_t{4} << 30U);
        // The same limit, nearer.
        const std::size_t before = resident_bytes(pid);
        data.rlim_cur = before + fed_bytes;
        REQUIRE(::prlimit(pid, RLIMIT_DATA, &data, nullptr) == 0);
        RawPeer peer(family.home().run / daemon->client_socket());
        feed_endless_message(peer, 4 * fed_bytes);
        CHECK_FALSE(peer.connected());
        // Most often the connection ends; another allocation that fails may end the process.
        family.kill(*daemon);
        family.start(*daemon);
    }
    expect_honest_service(family, person);
}

}  // namespace

}  // namespace palette::test
