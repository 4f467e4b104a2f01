#include "attacked.hpp"
#include "catch.hpp"
#include "family.hpp"
#include "length.hpp"
#include "person.hpp"
#include "raw_peer.hpp"

#include <deque>
#include <filesystem>

namespace palette::test {

namespace {

// Connections that are begun and left standing, in turn.
constexpr std::size_t most_standing = 200;
constexpr std::size_t most_burst_bytes = 64 * 1024;
// A daemon's own connections to its siblings come and go.
constexpr std::size_t own_connections = 8;

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

}  // namespace

}  // namespace palette::test
