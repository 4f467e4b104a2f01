#include "rpc/channel.hpp"

#include <array>

namespace palette::rpc {

namespace {

// Each request in flight may be queued several times while the daemon is slow to read.
constexpr int queued_messages = 4 * most_in_flight;

}  // namespace

Channel::Channel(Context& context, const SocketFolder& folder, const api::Daemon& daemon,
                 api::Socket which, Patience patience)
    : context_(context),
      folder_(folder),
      daemon_(daemon),
      which_(which),
      name_(which == api::Socket::sibling ? daemon.sibling_socket() : daemon.client_socket()),
      patience_(patience) {}

bool Channel::leads_to(const api::Daemon& daemon, api::Socket which) const {
    return &daemon_ == &daemon && which_ == which;
}

bool Channel::listening(Moment now) {
    const auto fresh = socket_ ? patience_.resend_after : patience_.look_again;
    if (looked_ != Moment{} && now - looked_ < fresh) return socket_.has_value();
    looked_ = now;
    if (!folder_.answers(name_)) {
        socket_.reset();
    } else if (!socket_) {
        socket_.emplace(context_, SocketKind::dealer, queued_messages);
        socket_->connect(folder_.address(name_));
    }
    return socket_.has_value();
}

bool Channel::send(std::string_view frame) {
    return socket_ && socket_->send(std::array<std::string_view, 2>{"", frame});
}

bool Channel::receive(Message& message, Moment now) {
    while (socket_ && socket_->receive(message)) {
        looked_ = now;
        if (message.frames.size() == 2 && message.frames[0].empty()) return true;
    }
    return false;
}

}  // namespace palette::rpc
