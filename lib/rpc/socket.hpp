// ZeroMQ behind one pair of files: a context, sockets, messages of a few frames.
//
// A Socket belongs to the thread that made it; nothing here crosses a fork. Every option whose
// default could hang or flood is set in socket.cpp, with the reason. Failures of the environment
// throw zmq::error_t, a std::exception; SocketError when they are about an address, which it names.
#pragma once

#include "rpc/connections.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace zmq {
class context_t;
class socket_t;
}  // namespace zmq

namespace palette::rpc {

struct SocketError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

enum class SocketKind : std::uint8_t { router, dealer, pub, sub };

// A frame longer than this closes the connection that sent it. A request's limit is 1 MiB; the rest
// is room for a page of events, which its sender bounds.
inline constexpr std::int64_t most_frame_bytes = 2 * 1024 * 1024;

// A message: its frames. What is beyond most_frames is read off and forgotten, and the message
// reported as `oversized`.
struct Message {
    static constexpr std::size_t most_frames = 4;
    std::vector<std::string> frames;
    bool oversized = false;
};

// One per process; outlives its sockets.
class Context {
  public:
    // What its bound sockets do with too many connections: see connections.hpp.
    explicit Context(std::function<void(std::size_t most)> turned_away = {},
                     std::size_t most_a_socket = connections_allowed());
    ~Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    [[nodiscard]] zmq::context_t& handle() const { return *handle_; }
    // Any thread.
    [[nodiscard]] const Crowd& crowd() const { return crowd_; }

  private:
    friend class Socket;
    std::unique_ptr<zmq::context_t> handle_;
    Crowd crowd_;
};

class Socket {
  public:
    // Queues hold at most `queue_messages` a peer, each way.
    Socket(Context& context, SocketKind kind, int queue_messages);
    ~Socket();
    Socket(Socket&& other) noexcept;
    Socket& operator=(Socket&&) = delete;
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    void bind(const std::string& address);
    void connect(const std::string& address);
    // SUB only: messages whose first frame starts with `topic`.
    void subscribe(std::string_view topic);

    // False when the peer's queue is full or the peer is gone (ROUTER); never waits.
    [[nodiscard]] bool send(std::span<const std::string_view> frames);
    // False when there is none; never waits. Reuses the message's buffers.
    [[nodiscard]] bool receive(Message& message);
    [[nodiscard]] zmq::socket_t& handle() const { return *handle_; }

  private:
    Context& context_;
    std::unique_ptr<zmq::socket_t> handle_;
    std::unique_ptr<Connections> connections_;  // of a bound one
};

// One of the things a thread waits for: a socket, or else a file descriptor.
struct Waited {
    Socket* socket = nullptr;
    int fd = -1;
    bool ready = false;
};

// Waits until one of at most most_waited can be read or the time is over; marks those that can. A
// signal ends it early.
inline constexpr std::size_t most_waited = 16;
void wait_readable(std::span<Waited> waited, std::chrono::milliseconds at_most);

}  // namespace palette::rpc
