// ZeroMQ behind one pair of files: a context, sockets, messages of a few frames.
//
// A Socket belongs to the thread that made it; nothing here crosses a fork. Every option whose
// default could hang or flood is set in socket.cpp, with the reason. Failures of the environment
// throw SocketError.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace palette::rpc {

struct SocketError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

enum class SocketKind : std::uint8_t { router, dealer, pub, sub };

// A message: its frames. Peers may send endless multipart messages, so what is beyond
// most_frames or most_frame_bytes is read off and the message reported as `oversized`.
struct Message {
    static constexpr std::size_t most_frames = 4;
    std::vector<std::string> frames;
    bool oversized = false;
};

// One per process; outlives its sockets.
class Context {
  public:
    Context();
    ~Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    [[nodiscard]] void* handle() const { return handle_; }

  private:
    void* handle_;
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
    // Becomes readable when something may have arrived: then receive until there is none.
    [[nodiscard]] int event_fd() const;
    [[nodiscard]] void* handle() const { return handle_; }

  private:
    void* handle_;
};

// One of the things a thread waits for: a socket, or else a file descriptor.
struct Waited {
    Socket* socket = nullptr;
    int fd = -1;
    bool ready = false;
};

// Waits until one can be read or the time is over; marks those that can. A signal ends it early.
void wait_readable(std::span<Waited> waited, std::chrono::milliseconds at_most);

}  // namespace palette::rpc
