#include "events/live_hints.hpp"

#include "api/directory.hpp"

#include <array>

namespace palette::events {

namespace {

// Of at most some 8 KiB each. More are dropped, and read from the log.
constexpr int queued_messages = 1'000;

}  // namespace

LiveHints::LiveHints(rpc::Context& context, const rpc::SocketFolder& folder,
                     const api::Topics& topics)
    : socket_(context, rpc::SocketKind::sub, queued_messages) {
    if (topics.empty()) socket_.subscribe("");
    for (const api::Topic topic : topics) {
        socket_.subscribe(api::word_of(topic));
    }
    socket_.connect(folder.address(api::live_socket));
}

std::optional<api::Published> LiveHints::take() {
    while (socket_.receive(message_)) {
        if (message_.frames.size() != 2 || !document_.parse(message_.frames[1])) continue;
        auto published = document_.read<api::Published>(api::Unknown::ignored);
        if (published) return *std::move(published);
    }
    return std::nullopt;
}

void LiveHints::pass_over() {
    for (int i = 0; i < queued_messages && socket_.receive(message_); ++i) {
    }
}

void LiveHints::wait(std::chrono::milliseconds at_most) {
    std::array waited{rpc::Waited{.socket = &socket_}};
    rpc::wait_readable(waited, at_most);
}

}  // namespace palette::events
