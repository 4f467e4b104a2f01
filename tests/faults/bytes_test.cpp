#include "catch.hpp"
#include "family.hpp"
#include "length.hpp"
#include "person.hpp"
#include "raw_peer.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <deque>
#include <filesystem>
#include <fstream>

namespace palette::test {

namespace {

using Seconds = std::chrono::seconds;

constexpr std::chrono::milliseconds longest_honest_wait{500};
// Connections that are begun and left standing, in turn.
constexpr std::size_t most_standing = 200;
constexpr std::size_t most_burst_bytes = 64 * 1024;
// Of a message that never ends.
constexpr std::size_t fed_bytes = 128 * 1024 * 1024;
constexpr std::size_t fed_frame_bytes = 64 * 1024;
// libzmq gives up a peer that does not finish its greeting after five.
constexpr Seconds until_closed{30};
// A daemon's own connections to its siblings come and go.
constexpr std::size_t own_connections = 8;

std::size_t open_files(pid_t pid) {
    const auto folder = std::filesystem::path("/proc") / std::to_string(pid) / "fd";
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

std::size_t resident_bytes(pid_t pid) {
    std::ifstream in("/proc/" + std::to_string(pid) + "/statm");
    std::size_t all_pages = 0;
    std::size_t resident_pages = 0;
    in >> all_pages >> resident_pages;
    return resident_pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

std::vector<std::filesystem::path> sockets_of(const BareFamily& family, const api::Daemon& daemon) {
    std::vector<std::filesystem::path> all{family.home().run / daemon.client_socket(),
                                           family.home().run / daemon.sibling_socket()};
    if (&daemon == &api::broker_daemon) all.push_back(family.home().run / api::live_socket);
    return all;
}

class Attacker {
  public:
    explicit Attacker(std::vector<std::filesystem::path> sockets) : sockets_(std::move(sockets)) {}

    // One piece of malice at each socket.
    void strike() {
        for (const auto& socket : sockets_) {
            RawPeer peer(socket);
            commit(peer);
            if (garbage_.below(4) == 0) standing_.push_back(std::move(peer));
        }
        while (standing_.size() > most_standing)
            standing_.pop_front();
    }

  private:
    void commit(RawPeer& peer) {
        constexpr std::uint64_t too_long = 3 * 1024 * 1024;
        constexpr std::uint64_t endless = ~std::uint64_t{0} >> 1;
        switch (garbage_.below(8)) {
            case 0:
                return;  // says nothing
            case 1:
                return peer.write(garbage_.bytes(most_burst_bytes));
            case 2:
                return peer.write(Garbage::greeting().substr(0, garbage_.below(64)));
            case 3:
                return peer.write(Garbage::greeting() + garbage_.bytes(most_burst_bytes));
            default:
                break;
        }
        if (!peer.shake_hands()) return;
        switch (garbage_.below(4)) {
            case 0:
                return peer.write(garbage_.bytes(most_burst_bytes));
            case 1:
                return peer.write(Garbage::long_frame(too_long) + garbage_.bytes(most_burst_bytes));
            case 2:
                return peer.write(Garbage::long_frame(endless));
            default:
                return peer.write(messages());
        }
    }

    // Well-formed frames: too many of them, strange delimiters, contents that are nearly right.
    std::string messages() {
        std::string all;
        for (std::size_t i = garbage_.below(40); i > 0; --i) {
            const auto more = garbage_.below(2) == 0 ? Garbage::More::yes : Garbage::More::no;
            all += Garbage::frame(
                garbage_.below(2) == 0 ? garbage_.almost_json() : garbage_.bytes(200), more);
        }
        return all;
    }

    std::vector<std::filesystem::path> sockets_;
    std::deque<RawPeer> standing_;
    Garbage garbage_{20'260'131};
};

void expect_honest_service(BareFamily& family, const Person& person) {
    auto client = family.connect();
    const rpc::CallOptions options = person.options(longest_honest_wait);
    const auto me = client.call(api::WhoAmI{}, options);
    CHECK((me ? "" : me.error().message) == std::string());
    const auto popular = client.call(api::ListPopular{}, options);
    CHECK((popular ? "" : popular.error().message) == std::string());
    const auto log = client.call(api::ListEvents{.after = 0}, options);
    CHECK((log ? "" : log.error().message) == std::string());
}

TEST_CASE("whatever bytes come in, each daemon goes on serving", "[bytes]") {
    BareFamily family;
    family.start_all();
    auto client = family.connect();
    const Person person = sign_up(client, "honest");
    expect_honest_service(family, person);
    struct Before {
        const api::Daemon* daemon;
        pid_t pid;
        std::size_t files;
    };
    std::vector<Before> before;
    std::vector<std::filesystem::path> sockets;
    for (const api::Daemon* daemon : api::family) {
        before.push_back({daemon, family.pid(*daemon), open_files(family.pid(*daemon))});
        for (auto& socket : sockets_of(family, *daemon))
            sockets.push_back(std::move(socket));
    }
    {
        Attacker attacker(sockets);
        const auto until = std::chrono::steady_clock::now() + duration(10);
        while (std::chrono::steady_clock::now() < until) {
            for (int i = 0; i < 50; ++i)
                attacker.strike();
            expect_honest_service(family, person);
        }
        for (const Before& one : before)
            CHECK(open_files(one.pid) > one.files + own_connections);  // the attack came through
    }
    for (const Before& one : before) {
        INFO(one.daemon->name);
        CHECK(family.runs(*one.daemon));
        CHECK(eventually([&] { return open_files(one.pid) <= one.files + own_connections; },
                         until_closed));
    }
    expect_honest_service(family, person);
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
    const std::size_t files = open_files(pid);
    std::size_t resident = 0;
    {
        RawPeer peer(family.home().run / daemon.client_socket());
        feed_endless_message(peer, fed_bytes);
        CHECK(peer.connected());
        resident = resident_bytes(pid);
    }
    CHECK(eventually([&] { return open_files(pid) <= files + own_connections; }, until_closed));
    return resident;
}

// The allocator keeps what was freed for the next time.
TEST_CASE("a message that never ends frees its memory when its sender leaves", "[bytes]") {
    BareFamily family;
    family.start_all();
    auto client = family.connect();
    const Person person = sign_up(client, "honest");
    expect_honest_service(family, person);
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

#ifndef PALETTE_SANITIZED
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
#endif

}  // namespace

}  // namespace palette::test
