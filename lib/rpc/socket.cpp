#include "rpc/socket.hpp"

#include "base/check.hpp"

#include <sys/random.h>
#include <zmq.hpp>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <optional>
#include <utility>

namespace palette::rpc {

namespace {

constexpr int handshake_ms = 5'000;   // the default lets a silent peer stay for 30 s
constexpr int heartbeat_ms = 10'000;  // off by default: a peer that hangs would stay for ever
constexpr int heartbeat_timeout_ms = 30'000;
constexpr int reconnect_first_ms = 20;
constexpr int reconnect_most_ms = 500;
constexpr int most_sockets = 128;  // each bound one has two more, which tell of its connections

zmq::socket_type type_of(SocketKind kind) {
    switch (kind) {
        case SocketKind::router:
            return zmq::socket_type::router;
        case SocketKind::dealer:
            return zmq::socket_type::dealer;
        case SocketKind::pub:
            return zmq::socket_type::pub;
        case SocketKind::sub:
            return zmq::socket_type::sub;
    }
    std::abort();
}

// libzmq draws routing ids from rand(), which nobody seeds; a peer that guesses one can abort a
// ROUTER (libzmq issue 4633).
void seed_routing_ids() {
    unsigned seed = 0;
    if (getrandom(&seed, sizeof seed, 0) == sizeof seed) std::srand(seed);
}

// Again when a signal came in between.
template <class Work>
auto uninterrupted(Work work) {
    while (true) {
        try {
            return work();
        } catch (const zmq::error_t& failure) {
            if (failure.num() != EINTR) throw;
        }
    }
}

template <class Work>
void at_address(const char* doing, const std::string& address, Work work) {
    try {
        work();
    } catch (const zmq::error_t& failure) {
        throw SocketError(doing + address + ": " + failure.what());
    }
}

}  // namespace

Context::Context(std::function<void(std::size_t most)> turned_away, std::size_t most_a_socket)
    : handle_(std::make_unique<zmq::context_t>()),
      crowd_{.most = most_a_socket, .turned_away = std::move(turned_away)} {
    seed_routing_ids();
    handle_->set(zmq::ctxopt::max_sockets, most_sockets);
}

Context::~Context() = default;

Socket::Socket(Context& context, SocketKind kind, int queue_messages)
    : context_(context), handle_(std::make_unique<zmq::socket_t>(context.handle(), type_of(kind))) {
    handle_->set(zmq::sockopt::linger, 0);
    handle_->set(zmq::sockopt::sndhwm, queue_messages);
    handle_->set(zmq::sockopt::rcvhwm, queue_messages);
    handle_->set(zmq::sockopt::maxmsgsize, most_frame_bytes);
    handle_->set(zmq::sockopt::handshake_ivl, handshake_ms);
    handle_->set(zmq::sockopt::heartbeat_ivl, heartbeat_ms);
    handle_->set(zmq::sockopt::heartbeat_timeout, heartbeat_timeout_ms);
    handle_->set(zmq::sockopt::reconnect_ivl, reconnect_first_ms);
    handle_->set(zmq::sockopt::reconnect_ivl_max, reconnect_most_ms);
    // A reply to a peer that has gone is refused instead of silently dropped, and counted.
    if (kind == SocketKind::router) handle_->set(zmq::sockopt::router_mandatory, true);
}

Socket::~Socket() = default;
Socket::Socket(Socket&& other) noexcept = default;

void Socket::bind(const std::string& address) {
    if (!connections_) {
        connections_ = std::make_unique<Connections>(context_.handle(), *handle_, context_.crowd_);
    }
    at_address("bind ", address, [&] { handle_->bind(address); });
}

void Socket::connect(const std::string& address) {
    at_address("connect ", address, [&] { handle_->connect(address); });
}

void Socket::subscribe(std::string_view topic) {
    handle_->set(zmq::sockopt::subscribe, topic);
}

bool Socket::send(std::span<const std::string_view> frames) {
    using zmq::send_flags;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const bool is_last = i + 1 == frames.size();
        const auto flags =
            is_last ? send_flags::dontwait : send_flags::dontwait | send_flags::sndmore;
        try {
            if (!uninterrupted([&] { return handle_->send(zmq::buffer(frames[i]), flags); })) {
                return false;
            }
        } catch (const zmq::error_t& failure) {
            if (failure.num() != EHOSTUNREACH) throw;
            return false;
        }
    }
    return true;
}

bool Socket::receive(Message& message) {
    message.oversized = false;
    std::size_t count = 0;
    zmq::message_t frame;
    do {
        const auto taken =
            uninterrupted([&] { return handle_->recv(frame, zmq::recv_flags::dontwait); });
        if (!taken) return false;
        if (count == Message::most_frames) {
            message.oversized = true;
            continue;
        }
        if (message.frames.size() == count) message.frames.emplace_back();
        message.frames[count++].assign(frame.to_string_view());
    } while (frame.more());
    message.frames.resize(count);
    return true;
}

void wait_readable(std::span<Waited> waited, std::chrono::milliseconds at_most) {
    CHECK_INVARIANT(waited.size() <= most_waited);
    std::array<zmq::pollitem_t, most_waited> items{};
    for (std::size_t i = 0; i < waited.size(); ++i) {
        items[i].socket =
            waited[i].socket != nullptr ? waited[i].socket->handle().handle() : nullptr;
        items[i].fd = waited[i].fd;
        items[i].events = ZMQ_POLLIN;
    }
    int ready = 0;
    try {
        ready = zmq::poll(items.data(), waited.size(), at_most);
    } catch (const zmq::error_t& failure) {
        if (failure.num() != EINTR) throw;
    }
    for (std::size_t i = 0; i < waited.size(); ++i) {
        // A pipe whose other end is closed is an "error" alone: reading it says so.
        waited[i].ready = ready > 0 && (items[i].revents & (ZMQ_POLLIN | ZMQ_POLLERR)) != 0;
    }
}

}  // namespace palette::rpc
