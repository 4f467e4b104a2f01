#include "events/live_hints.hpp"

#include "api/directory.hpp"

#include <algorithm>
#include <array>

namespace palette::events {

namespace {

// Of at most some 8 KiB each. More are dropped, and read from the log.
constexpr int queued_messages = 1'000;

}  // namespace

LiveHints::LiveHints(rpc::Context& context, const rpc::SocketFolder& folder,
                     const api::Topics& topics)
    : socket_(context, rpc::SocketKind::sub, queued_messages), topics_(topics) {
    if (topics.empty()) socket_.subscribe("");
    for (const api::Topic& topic : topics)
        socket_.subscribe(topic.text());
    socket_.connect(folder.address(api::live_socket));
}

std::optional<api::Published> LiveHints::take() {
    while (socket_.receive(message_)) {
        if (message_.frames.size() != 2 || !is_wanted(message_.frames[0])) continue;
        if (!document_.parse(message_.frames[1])) continue;
        auto published = document_.read<api::Published>(api::Unknown::ignored);
        if (published) return *std::move(published);
    }
    return std::nullopt;
}

// libzmq compares the beginning alone: channel:design-talk comes to those who want channel:design.
bool LiveHints::is_wanted(std::string_view topic) const {
    if (topics_.empty()) return true;
    return std::ranges::any_of(topics_, [&](const api::Topic& one) { return one.text() == topic; });
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
