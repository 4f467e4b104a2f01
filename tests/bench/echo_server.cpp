#include "echo_server.hpp"

#include "base/process.hpp"

#include <sys/wait.h>
#include <zmq.h>

#include <array>

namespace palette::bench {

namespace {

// Answers one message; false when there is none. The peer's name and the bytes, in place.
bool answer_one(void* router, std::size_t reply_bytes, std::string& reply) {
    zmq_msg_t peer;
    zmq_msg_init(&peer);
    if (zmq_msg_recv(&peer, router, ZMQ_DONTWAIT) < 0) {
        zmq_msg_close(&peer);
        return false;
    }
    zmq_msg_t request;
    zmq_msg_init(&request);
    zmq_msg_recv(&request, router, 0);
    reply.assign(static_cast<const char*>(zmq_msg_data(&request)), zmq_msg_size(&request));
    reply.resize(reply_bytes, ' ');
    zmq_msg_send(&peer, router, ZMQ_SNDMORE);
    zmq_send(router, reply.data(), reply.size(), 0);
    zmq_msg_close(&request);
    return true;
}

}  // namespace

int serve_echo(const std::string& address, std::size_t reply_bytes, int lifeline) {
    void* context = zmq_ctx_new();
    void* router = zmq_socket(context, ZMQ_ROUTER);
    const int no_linger = 0;
    zmq_setsockopt(router, ZMQ_LINGER, &no_linger, sizeof no_linger);
    if (zmq_bind(router, address.c_str()) != 0) return 1;
    std::string reply;
    std::array<zmq_pollitem_t, 2> waited{
        {{router, 0, ZMQ_POLLIN, 0}, {nullptr, lifeline, ZMQ_POLLIN, 0}}};
    while (waited[1].revents == 0) {
        while (answer_one(router, reply_bytes, reply)) {
        }
        zmq_poll(waited.data(), static_cast<int>(waited.size()), -1);
    }
    zmq_close(router);
    zmq_ctx_term(context);
    return 0;
}

EchoServer::EchoServer(const std::filesystem::path& socket, std::size_t reply_bytes)
    : address_("ipc://" + socket.string()) {
    Pipe pipe = make_pipe();
    lifeline_ = std::move(pipe.write);
    const int lifeline = pipe.read.get();
    pid_ = spawn(
        {.program = "/proc/self/exe",
         .arguments = {"--echo", address_, std::to_string(reply_bytes), std::to_string(lifeline)},
         .keep = {lifeline}});
}

EchoServer::~EchoServer() {
    lifeline_.reset();
    ::waitpid(pid_, nullptr, 0);
}

}  // namespace palette::bench
