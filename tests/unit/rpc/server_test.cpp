#include "rpc/server.hpp"

#include "catch.hpp"
#include "temporary_folder.hpp"

#include <sys/stat.h>

#include <array>
#include <atomic>
#include <fstream>
#include <future>
#include <thread>

using namespace palette;
using namespace palette::test;

namespace {

constexpr std::chrono::seconds long_enough{20};

// Sends every frame back, and says what it was told.
class Echo final : public rpc::Receiver {
  public:
    explicit Echo(rpc::Server& server) : server_(server) {}

    void receive(rpc::Ticket ticket, std::string_view frame) override {
        if (frame == "later") {
            return server_.post([this, ticket = std::move(ticket)] { send(ticket, "later"); });
        }
        if (frame == "last") return answer_last(std::move(ticket));
        send(ticket, frame);
    }
    void misframed(api::Socket) override { ++refused_; }
    void failed(std::string_view why) override { failure_.set_value(std::string(why)); }

    [[nodiscard]] int refusals() const { return refused_.load(); }
    [[nodiscard]] std::string failure() { return failure_.get_future().get(); }

  private:
    void send(const rpc::Ticket& ticket, std::string_view frame) {
        [[maybe_unused]] const bool was_taken = server_.send(ticket, frame);
    }
    // Stops the server while the reply is under way.
    void answer_last(rpc::Ticket ticket) {
        server_.stop([this] { return is_answered_.load(); });
        server_.post([this, ticket = std::move(ticket)] {
            send(ticket, "last");
            is_answered_ = true;
        });
    }

    rpc::Server& server_;
    std::atomic<bool> is_answered_ = false;
    std::atomic<int> refused_ = 0;
    std::promise<std::string> failure_;
};

// A server in a thread of its own.
struct Served {
    TemporaryFolder folder;
    rpc::Context context;
    rpc::SocketFolder sockets{folder.path()};
    rpc::Server server{context, sockets, folder.path() / "echo.lock", "echo.sock",
                       "echo.sibling.sock"};
    Echo echo{server};
    std::thread thread{[this] { server.run(echo, {}); }};

    ~Served() {
        server.stop([] { return true; });
        thread.join();
    }
    rpc::Socket connect(std::string_view name = "echo.sock") {
        rpc::Socket dealer(context, rpc::SocketKind::dealer, 10'000);
        dealer.connect(sockets.address(name));
        return dealer;
    }
};

// None when nothing comes.
std::optional<rpc::Message> receive(rpc::Socket& socket) {
    rpc::Message message;
    std::array waited{rpc::Waited{.socket = &socket}};
    rpc::wait_readable(waited, long_enough);
    if (!socket.receive(message)) return std::nullopt;
    return message;
}

template <std::size_t n>
void send(rpc::Socket& socket, const std::array<std::string_view, n>& frames) {
    REQUIRE(socket.send(frames));
}

}  // namespace

TEST_CASE("a reply has the delimiter of its request, at once or later, on either socket") {
    Served served;
    for (const std::string_view name : {"echo.sock", "echo.sibling.sock"}) {
        rpc::Socket socket = served.connect(name);
        for (const std::string_view frame : {"now", "later"}) {
            send(socket, std::array<std::string_view, 2>{"", frame});
            const auto as_req = receive(socket);
            REQUIRE(as_req);
            CHECK(as_req->frames == std::vector<std::string>{"", std::string(frame)});
            send(socket, std::array<std::string_view, 1>{frame});
            const auto bare = receive(socket);
            REQUIRE(bare);
            CHECK(bare->frames == std::vector<std::string>{std::string(frame)});
        }
    }
}

TEST_CASE("a message of another number of frames is refused, and the peer is served on") {
    Served served;
    rpc::Socket socket = served.connect();
    send(socket, std::array<std::string_view, 2>{"not empty", "x"});
    send(socket, std::array<std::string_view, 3>{"", "x", "y"});
    send(socket, std::array<std::string_view, 9>{"", "1", "2", "3", "4", "5", "6", "7", "8"});
    send(socket, std::array<std::string_view, 2>{"", "honest"});
    const auto reply = receive(socket);
    REQUIRE(reply);
    CHECK(reply->frames.back() == "honest");
    CHECK(served.echo.refusals() == 3);
}

TEST_CASE("a frame above 2 MiB costs its sender the connection and nobody else anything") {
    Served served;
    rpc::Socket greedy = served.connect();
    rpc::Socket honest = served.connect();
    const std::string large(2 * 1024 * 1024 + 1, 'x');
    send(greedy, std::array<std::string_view, 2>{"", large});
    for (int i = 0; i < 10; ++i) {
        send(honest, std::array<std::string_view, 2>{"", "honest"});
        REQUIRE(receive(honest));
    }
    CHECK(served.echo.refusals() == 0);
}

TEST_CASE("posted work that throws costs itself alone") {
    Served served;
    served.server.post([] { throw std::runtime_error("no disk"); });
    CHECK(served.echo.failure() == "no disk");
    rpc::Socket socket = served.connect();
    send(socket, std::array<std::string_view, 1>{"still there"});
    CHECK(receive(socket));
}

TEST_CASE("replies that are under way are delivered before the server ends") {
    Served served;
    rpc::Socket socket = served.connect();
    send(socket, std::array<std::string_view, 1>{"last"});
    const auto reply = receive(socket);
    REQUIRE(reply);
    CHECK(reply->frames.back() == "last");
}

TEST_CASE("what is no socket is never replaced by one") {
    const TemporaryFolder folder;
    const rpc::SocketFolder sockets(folder.path());
    rpc::Context context;
    std::ofstream(folder.path() / "echo.sock") << "precious";
    CHECK_THROWS_WITH(rpc::Server(context, sockets, folder.path() / "echo.lock", "echo.sock",
                                  "echo.sibling.sock"),
                      Catch::Contains("is in the way"));
    std::string content;
    std::ifstream(folder.path() / "echo.sock") >> content;
    CHECK(content == "precious");
}

TEST_CASE("a socket that another program listens at is left to it") {
    const TemporaryFolder folder;
    const rpc::SocketFolder sockets(folder.path());
    rpc::Context context;
    const auto start = [&] {
        const rpc::Server server(context, sockets, folder.path() / "echo.lock", "echo.sock",
                                 "echo.sibling.sock");
    };
    {
        rpc::Context of_its_own;  // its end waits until the socket is closed
        rpc::Socket stranger(of_its_own, rpc::SocketKind::router, 10);
        stranger.bind(sockets.address("echo.sock"));
        CHECK_THROWS_WITH(start(), Catch::Contains("another program listens there"));
        CHECK(sockets.answers("echo.sock"));
    }
    CHECK_NOTHROW(start());
}

TEST_CASE("sockets are their owner's alone") {
    const Served served;
    for (const char* name : {"echo.sock", "echo.sibling.sock"}) {
        struct stat found {};
        REQUIRE(::stat((served.folder.path() / name).c_str(), &found) == 0);
        CHECK((found.st_mode & 0777U) == 0600);
    }
}
