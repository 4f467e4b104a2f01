#include "rpc/socket.hpp"

#include <sys/random.h>
#include <zmq.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <utility>

namespace palette::rpc {

namespace {

// A frame longer than this closes the connection that sent it. A request's limit is 1 MiB; the rest
// is room for a page of events, which its sender bounds.
constexpr std::int64_t most_frame_bytes = 2 * 1024 * 1024;
constexpr int handshake_ms = 5'000;   // the default lets a silent peer stay for 30 s
constexpr int heartbeat_ms = 10'000;  // off by default: a peer that hangs would stay for ever
constexpr int heartbeat_timeout_ms = 30'000;
constexpr int reconnect_first_ms = 20;
constexpr int reconnect_most_ms = 500;
constexpr int most_sockets = 64;

[[noreturn]] void fail(const std::string& what) {
    throw SocketError(what + ": " + zmq_strerror(zmq_errno()));
}

int zmq_kind(SocketKind kind) {
    switch (kind) {
        case SocketKind::router:
            return ZMQ_ROUTER;
        case SocketKind::dealer:
            return ZMQ_DEALER;
        case SocketKind::pub:
            return ZMQ_PUB;
        case SocketKind::sub:
            return ZMQ_SUB;
    }
    std::abort();
}

template <class Value>
void set(void* socket, int option, Value value) {
    if (zmq_setsockopt(socket, option, &value, sizeof value) != 0) fail("zmq_setsockopt");
}

// libzmq draws routing ids from rand(), which nobody seeds; a peer that guesses one can abort a
// ROUTER (libzmq issue 4633).
void seed_routing_ids() {
    unsigned seed = 0;
    if (getrandom(&seed, sizeof seed, 0) == sizeof seed) std::srand(seed);
}

}  // namespace

Context::Context() : handle_(zmq_ctx_new()) {
    seed_routing_ids();
    if (handle_ == nullptr) fail("zmq_ctx_new");
    zmq_ctx_set(handle_, ZMQ_MAX_SOCKETS, most_sockets);
}

Context::~Context() {
    while (zmq_ctx_term(handle_) != 0 && zmq_errno() == EINTR) {
    }
}

Socket::Socket(Context& context, SocketKind kind, int queue_messages)
    : handle_(zmq_socket(context.handle(), zmq_kind(kind))) {
    if (handle_ == nullptr) fail("zmq_socket");
    set(handle_, ZMQ_LINGER, 0);
    set(handle_, ZMQ_SNDHWM, queue_messages);
    set(handle_, ZMQ_RCVHWM, queue_messages);
    set(handle_, ZMQ_MAXMSGSIZE, most_frame_bytes);
    set(handle_, ZMQ_HANDSHAKE_IVL, handshake_ms);
    set(handle_, ZMQ_HEARTBEAT_IVL, heartbeat_ms);
    set(handle_, ZMQ_HEARTBEAT_TIMEOUT, heartbeat_timeout_ms);
    set(handle_, ZMQ_RECONNECT_IVL, reconnect_first_ms);
    set(handle_, ZMQ_RECONNECT_IVL_MAX, reconnect_most_ms);
    // A reply to a peer that has gone is refused instead of silently dropped, and counted.
    if (kind == SocketKind::router) set(handle_, ZMQ_ROUTER_MANDATORY, 1);
}

Socket::~Socket() {
    if (handle_ != nullptr) zmq_close(handle_);
}

Socket::Socket(Socket&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}

void Socket::bind(const std::string& address) {
    if (zmq_bind(handle_, address.c_str()) != 0) fail("bind " + address);
}

void Socket::connect(const std::string& address) {
    if (zmq_connect(handle_, address.c_str()) != 0) fail("connect " + address);
}

void Socket::subscribe(std::string_view topic) {
    if (zmq_setsockopt(handle_, ZMQ_SUBSCRIBE, topic.data(), topic.size()) != 0) fail("subscribe");
}

bool Socket::send(std::span<const std::string_view> frames) {
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const int flags = ZMQ_DONTWAIT | (i + 1 < frames.size() ? ZMQ_SNDMORE : 0);
        while (zmq_send(handle_, frames[i].data(), frames[i].size(), flags) < 0) {
            if (zmq_errno() == EINTR) continue;
            if (zmq_errno() == EAGAIN || zmq_errno() == EHOSTUNREACH) return false;
            fail("zmq_send");
        }
    }
    return true;
}

bool Socket::receive(Message& message) {
    message.oversized = false;
    std::size_t count = 0;
    zmq_msg_t frame;
    zmq_msg_init(&frame);
    for (bool more = true; more; ++count) {
        while (zmq_msg_recv(&frame, handle_, ZMQ_DONTWAIT) < 0) {
            if (zmq_errno() == EINTR) continue;
            zmq_msg_close(&frame);
            if (zmq_errno() == EAGAIN) return false;
            fail("zmq_msg_recv");
        }
        more = zmq_msg_more(&frame) != 0;
        if (count >= Message::most_frames) {
            message.oversized = true;
            continue;
        }
        if (message.frames.size() <= count) message.frames.emplace_back();
        message.frames[count].assign(static_cast<const char*>(zmq_msg_data(&frame)),
                                     zmq_msg_size(&frame));
    }
    zmq_msg_close(&frame);
    message.frames.resize(count < Message::most_frames ? count : Message::most_frames);
    return true;
}

int Socket::event_fd() const {
    int fd = -1;
    std::size_t size = sizeof fd;
    if (zmq_getsockopt(handle_, ZMQ_FD, &fd, &size) != 0) fail("ZMQ_FD");
    return fd;
}

void wait_readable(std::span<Waited> waited, std::chrono::milliseconds at_most) {
    constexpr std::size_t most_waited = 16;
    std::array<zmq_pollitem_t, most_waited> items{};
    const std::size_t count = waited.size() < most_waited ? waited.size() : most_waited;
    for (std::size_t i = 0; i < count; ++i) {
        items[i].socket = waited[i].socket != nullptr ? waited[i].socket->handle() : nullptr;
        items[i].fd = waited[i].fd;
        items[i].events = ZMQ_POLLIN;
    }
    const int ready = zmq_poll(items.data(), static_cast<int>(count), at_most.count());
    if (ready < 0 && zmq_errno() != EINTR) fail("zmq_poll");
    for (std::size_t i = 0; i < count; ++i) {
        // A pipe whose other end is closed is an "error" alone: reading it says so.
        waited[i].ready = ready > 0 && (items[i].revents & (ZMQ_POLLIN | ZMQ_POLLERR)) != 0;
    }
}

}  // namespace palette::rpc
