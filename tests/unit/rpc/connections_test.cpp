#include "rpc/connections.hpp"

#include "catch.hpp"
#include "eventually.hpp"
#include "rpc/address.hpp"
#include "rpc/socket.hpp"
#include "temporary_folder.hpp"

#include <sys/socket.h>
#include <sys/un.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <optional>
#include <vector>

using namespace palette;
using namespace palette::test;

namespace {

constexpr std::size_t most = 4;

// A connection that says nothing.
class Silent {
  public:
    explicit Silent(const std::filesystem::path& socket)
        : fd_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un where{};
        where.sun_family = AF_UNIX;
        socket.string().copy(where.sun_path, sizeof where.sun_path - 1);
        const auto* address = reinterpret_cast<const sockaddr*>(&where);
        REQUIRE(::connect(fd_.get(), address, sizeof where) == 0);
    }
    // What the other side says at once is read off.
    [[nodiscard]] bool is_open() const {
        std::array<char, 256> heard{};
        ssize_t got = 1;
        while (got > 0)
            got = ::recv(fd_.get(), heard.data(), heard.size(), MSG_DONTWAIT);
        return got < 0 && errno == EAGAIN;
    }

  private:
    Fd fd_;
};

// A socket that has room for a few, and sends back what it hears.
struct Crowded {
    TemporaryFolder folder;
    rpc::SocketFolder sockets{folder.path()};
    std::atomic<int> turned_away = 0;
    rpc::Context context{[this](std::size_t) { ++turned_away; }, most};
    std::optional<rpc::Socket> router{std::in_place, context, rpc::SocketKind::router, 10};
    std::vector<Silent> silent;

    Crowded() { router->bind(sockets.address("s")); }

    [[nodiscard]] std::size_t open() const {
        std::size_t count = 0;
        for (const Silent& one : silent)
            count += one.is_open() ? 1U : 0U;
        return count;
    }
    void come(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            silent.emplace_back(folder.path() / "s");
    }
    // Whether the socket hears the client, which is sent its message back.
    [[nodiscard]] bool echoes(rpc::Socket& client) {
        rpc::Message message;
        std::array waited{rpc::Waited{.socket = &*router}, rpc::Waited{.socket = &client}};
        rpc::wait_readable(waited, std::chrono::milliseconds(10));
        if (waited[0].ready && router->receive(message)) {
            const std::array<std::string_view, 2> back{message.frames[0], message.frames[1]};
            REQUIRE(router->send(back));
        }
        return waited[1].ready && client.receive(message);
    }
};

}  // namespace

TEST_CASE("whoever comes above the limit is hung up on, and those that are there stay") {
    Crowded crowded;
    crowded.come(most);
    CHECK(eventually([&] { return crowded.context.crowd().full_sockets == 1; }));
    crowded.come(3 * most);
    CHECK(eventually([&] { return crowded.open() == most; }));
    CHECK(crowded.turned_away == 3 * most);
    for (std::size_t i = 0; i < most; ++i)
        CHECK(crowded.silent[i].is_open());
    CHECK(crowded.context.crowd().full_sockets == 1);

    crowded.silent.clear();
    CHECK(eventually([&] { return crowded.context.crowd().full_sockets == 0; }));
    crowded.come(most);
    CHECK(eventually([&] { return crowded.context.crowd().full_sockets == 1; }));
    CHECK(crowded.open() == most);
}

TEST_CASE("a client that was turned away is heard when another has left") {
    Crowded crowded;
    crowded.come(most);
    CHECK(eventually([&] { return crowded.context.crowd().full_sockets == 1; }));
    rpc::Socket client(crowded.context, rpc::SocketKind::dealer, 10);
    client.connect(crowded.sockets.address("s"));
    CHECK(eventually([&] { return crowded.turned_away > 0; }));
    crowded.silent.pop_back();
    // What was sent over the lost connection is gone: it is said again, as clients do.
    CHECK(eventually([&] {
        return client.send(std::array<std::string_view, 1>{"hello"}) && crowded.echoes(client);
    }));
}

TEST_CASE("a socket that goes while many come leaves nobody waiting") {
    Crowded crowded;
    crowded.come(most);
    CHECK(eventually([&] { return crowded.context.crowd().full_sockets == 1; }));
    crowded.come(most);
    crowded.router.reset();
    CHECK(crowded.context.crowd().full_sockets == 0);
    CHECK(eventually([&] { return crowded.open() == 0; }));
}
