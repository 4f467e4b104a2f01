#include "rpc/connections.hpp"

#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zmq.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <string>
#include <system_error>

namespace palette::rpc {

namespace {

// The most that one process binds: for clients, for siblings, and to publish.
constexpr std::size_t most_bound_sockets = 3;

constexpr int wanted_events = ZMQ_EVENT_ACCEPTED | ZMQ_EVENT_DISCONNECTED;

// One message a socket is enough here. What is untold keeps libzmq from accepting more: with the
// high-water mark of its own end, which cannot be set, it runs ahead by so many.
constexpr int untold_here = 1;
constexpr rlim_t most_untold = 1'000 + untold_here;

// Descriptors of stores, logs, pipes and locks.
constexpr rlim_t other_files = 256;
// With fewer nothing works; where so few files may be open, the promise above does not hold.
constexpr rlim_t fewest_connections = 64;

// Whoever is hung up on at once comes again at once, and with them a crowd would keep libzmq's one
// thread busy: libzmq's clients wait longer only after attempts that fail.
constexpr std::chrono::milliseconds hang_up_after{500};
constexpr std::size_t most_doomed = 256;

}  // namespace

std::size_t connections_allowed() {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return most_connections;
    const rlim_t taken = other_files + most_bound_sockets * most_untold;
    const rlim_t left = files.rlim_cur > taken ? files.rlim_cur - taken : 0;
    return std::clamp<std::size_t>(left / most_bound_sockets, fewest_connections, most_connections);
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
        if (zmq_poll(waited.data(), waited.size(), until_due().count()) < 0) continue;
        while (hear()) {
        }
        hang_up_on_due();
    }
}

// -1: until somebody comes.
std::chrono::milliseconds Connections::until_due() const {
    if (doomed_.empty()) return std::chrono::milliseconds(-1);
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(doomed_.front().due - Moment::clock::now());
    return std::max(left, std::chrono::milliseconds(0));
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
    if (kind == ZMQ_EVENT_DISCONNECTED) left(descriptor);
    note_fullness();
    return true;
}

void Connections::came(int descriptor) {
    open_.insert(descriptor);
    if (open_.size() <= crowd_.most) return;
    if (doomed_.size() == most_doomed) hang_up_on_first();
    doomed_.push_back({Moment::clock::now() + hang_up_after, descriptor});
}

void Connections::left(int descriptor) {
    open_.erase(descriptor);
    std::erase_if(doomed_, [&](const Doomed& one) { return one.descriptor == descriptor; });
}

// Who came when there was no room may stay if there is some by now.
void Connections::hang_up_on_due() {
    const Moment now = Moment::clock::now();
    while (!doomed_.empty() && doomed_.front().due <= now) {
        if (open_.size() > crowd_.most) {
            hang_up_on_first();
        } else {
            doomed_.pop_front();
        }
    }
    for (; untold_ > 0; --untold_) {
        if (crowd_.turned_away) crowd_.turned_away(crowd_.most);
    }
}

// The descriptor is libzmq's, which closes it when it reads the end. If it was closed already and
// its number is another connection's, then that one is hung up on, and comes again by itself.
void Connections::hang_up_on_first() {
    const int descriptor = doomed_.front().descriptor;
    doomed_.pop_front();
    open_.erase(descriptor);
    ::shutdown(descriptor, SHUT_RDWR);
    ++untold_;
}

void Connections::note_fullness() {
    const bool is_full = open_.size() >= crowd_.most;
    if (is_full == is_full_) return;
    is_full_ = is_full;
    is_full ? ++crowd_.full_sockets : --crowd_.full_sockets;
}

}  // namespace palette::rpc
