#include "rpc/connections.hpp"

#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zmq.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>
#include <system_error>

namespace palette::rpc {

namespace {

// The most that one process binds: for clients, for siblings, and to publish.
constexpr std::size_t most_bound_sockets = 3;

constexpr int wanted_events = ZMQ_EVENT_ACCEPTED | ZMQ_EVENT_DISCONNECTED;

// One message a socket is enough here: what is untold keeps libzmq from accepting more.
constexpr int untold_here = 1;

}  // namespace

std::size_t connections_allowed() {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return most_connections;
    return std::min<std::size_t>(most_connections, files.rlim_cur / 2 / most_bound_sockets);
}

Connections::Connections(zmq::context_t& context, zmq::socket_t& socket, Crowd& crowd)
    : socket_(socket),
      crowd_(crowd),
      told_(std::make_unique<zmq::socket_t>(context, zmq::socket_type::pair)),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (!wake_) throw std::system_error(errno, std::generic_category(), "eventfd");
    const std::string name =
        "inproc://connections-" + std::to_string(reinterpret_cast<std::uintptr_t>(this));
    if (zmq_socket_monitor(socket.handle(), name.c_str(), wanted_events) != 0) {
        throw zmq::error_t();
    }
    told_->set(zmq::sockopt::linger, 0);
    told_->set(zmq::sockopt::rcvhwm, untold_here);
    told_->connect(name);
    thread_ = std::thread([this] { work(); });
}

// Nothing more is told before nobody listens any more: libzmq would wait for somebody who does.
Connections::~Connections() {
    zmq_socket_monitor(socket_.handle(), nullptr, 0);
    const std::uint64_t one = 1;
    static_cast<void>(::write(wake_.get(), &one, sizeof one) < 0);
    thread_.join();
    if (is_full_) --crowd_.full_sockets;
}

// A signal ends a wait early, which changes nothing.
void Connections::work() {
    std::array<zmq::pollitem_t, 2> waited{
        {{told_->handle(), 0, ZMQ_POLLIN, 0}, {nullptr, wake_.get(), ZMQ_POLLIN, 0}}};
    while (waited[1].revents == 0) {
        if (zmq_poll(waited.data(), waited.size(), -1) <= 0) continue;
        while (hear()) {
        }
    }
}

// Source of the layout: zmq_socket_monitor(3).
bool Connections::hear() {
    zmq::message_t event;
    zmq::message_t address;
    if (zmq_msg_recv(event.handle(), told_->handle(), ZMQ_DONTWAIT) < 0) return false;
    while (zmq_msg_recv(address.handle(), told_->handle(), 0) < 0 && errno == EINTR) {
    }
    std::uint16_t kind = 0;
    std::int32_t descriptor = 0;
    if (event.size() != sizeof kind + sizeof descriptor) return true;
    std::memcpy(&kind, event.data(), sizeof kind);
    std::memcpy(&descriptor, static_cast<const char*>(event.data()) + sizeof kind,
                sizeof descriptor);
    if (kind == ZMQ_EVENT_ACCEPTED) came(descriptor);
    if (kind == ZMQ_EVENT_DISCONNECTED) open_.erase(descriptor);
    note_fullness();
    return true;
}

// The descriptor is libzmq's, which closes it when it reads the end. If it was closed already and
// its number is another connection's, then that one is hung up on, and comes again by itself.
void Connections::came(int descriptor) {
    open_.insert(descriptor);
    if (open_.size() <= crowd_.most) return;
    ::shutdown(descriptor, SHUT_RDWR);
    if (crowd_.turned_away) crowd_.turned_away(crowd_.most);
}

void Connections::note_fullness() {
    const bool is_full = open_.size() >= crowd_.most;
    if (is_full == is_full_) return;
    is_full_ = is_full;
    is_full ? ++crowd_.full_sockets : --crowd_.full_sockets;
}

}  // namespace palette::rpc
