#include "pipeline.hpp"

#include <zmq.h>

#include <charconv>
#include <chrono>
#include <optional>
#include <stdexcept>

namespace palette::bench {

namespace {

using Clock = std::chrono::steady_clock;

// A reply that takes longer is not coming.
constexpr int longest_wait_ms = 10'000;

[[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error(what + ": " + zmq_strerror(zmq_errno()));
}

std::optional<std::size_t> index_of(std::string_view reply) {
    if (!reply.starts_with(reply_head)) return std::nullopt;
    reply.remove_prefix(reply_head.size());
    std::size_t index = 0;
    const auto read = std::from_chars(reply.data(), reply.data() + reply.size(), index);
    if (read.ec != std::errc{}) return std::nullopt;
    return index;
}

double microseconds(Clock::duration time) {
    return std::chrono::duration<double, std::micro>(time).count();
}

}  // namespace

Pipeline::Pipeline(const std::string& address)
    : context_(zmq_ctx_new()), socket_(zmq_socket(context_, ZMQ_DEALER)) {
    const int no_linger = 0;
    zmq_setsockopt(socket_, ZMQ_LINGER, &no_linger, sizeof no_linger);
    zmq_setsockopt(socket_, ZMQ_RCVTIMEO, &longest_wait_ms, sizeof longest_wait_ms);
    if (zmq_connect(socket_, address.c_str()) != 0) fail("connect " + address);
}

Pipeline::~Pipeline() {
    zmq_close(socket_);
    zmq_ctx_term(context_);
}

void Pipeline::send(const std::string& frame) {
    if (zmq_send(socket_, frame.data(), frame.size(), 0) < 0) fail("send");
}

Run Pipeline::run(std::span<const std::string> frames, std::size_t in_flight, const Check& check) {
    Run made;
    made.latencies_us.reserve(frames.size());
    std::vector<Clock::time_point> sent(frames.size());
    std::size_t next = 0;
    const auto send_next = [&] {
        sent[next] = Clock::now();
        send(frames[next++]);
    };
    zmq_msg_t reply;
    zmq_msg_init(&reply);
    const auto begun = Clock::now();
    while (next < in_flight && next < frames.size())
        send_next();
    while (made.latencies_us.size() < frames.size()) {
        if (zmq_msg_recv(&reply, socket_, 0) < 0) fail("no reply");
        const std::string_view text(static_cast<const char*>(zmq_msg_data(&reply)),
                                    zmq_msg_size(&reply));
        const auto index = index_of(text);
        if (!index || *index >= next || !check(*index, text)) {
            throw std::runtime_error("a wrong reply: " + std::string(text.substr(0, 400)));
        }
        made.latencies_us.push_back(microseconds(Clock::now() - sent[*index]));
        if (next < frames.size()) send_next();
    }
    made.seconds = microseconds(Clock::now() - begun) / 1e6;
    zmq_msg_close(&reply);
    return made;
}

}  // namespace palette::bench
