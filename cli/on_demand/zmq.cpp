// libzmq, with ten libraries behind it: half of what a command took to start. Each function is what
// zmq.h says of it. The first that is called is zmq_ctx_new, so that a library that is not there is
// told of before anything depends on it.
#define ZMQ_NO_EXPORT
#include "cli/on_demand/library.hpp"

#include <zmq.h>

namespace {

constexpr char file_name[] = "libzmq.so.5";

template <auto* Function>
auto* real(const char* name) {
    return palette::cli::real<file_name, Function>(name);
}

}  // namespace

void* zmq_ctx_new() {
    return real<zmq_ctx_new>("zmq_ctx_new")();
}
int zmq_ctx_set(void* context, int option, int value) {
    return real<zmq_ctx_set>("zmq_ctx_set")(context, option, value);
}
int zmq_ctx_term(void* context) {
    return real<zmq_ctx_term>("zmq_ctx_term")(context);
}

void* zmq_socket(void* context, int type) {
    return real<zmq_socket>("zmq_socket")(context, type);
}
int zmq_setsockopt(void* socket, int option, const void* value, size_t bytes) {
    return real<zmq_setsockopt>("zmq_setsockopt")(socket, option, value, bytes);
}
int zmq_bind(void* socket, const char* address) {
    return real<zmq_bind>("zmq_bind")(socket, address);
}
int zmq_connect(void* socket, const char* address) {
    return real<zmq_connect>("zmq_connect")(socket, address);
}
int zmq_socket_monitor(void* socket, const char* address, int events) {
    return real<zmq_socket_monitor>("zmq_socket_monitor")(socket, address, events);
}
int zmq_close(void* socket) {
    return real<zmq_close>("zmq_close")(socket);
}

int zmq_send(void* socket, const void* bytes, size_t size, int flags) {
    return real<zmq_send>("zmq_send")(socket, bytes, size, flags);
}
int zmq_poll(zmq_pollitem_t* items, int count, long timeout_ms) {
    return real<zmq_poll>("zmq_poll")(items, count, timeout_ms);
}

int zmq_msg_init(zmq_msg_t* message) {
    return real<zmq_msg_init>("zmq_msg_init")(message);
}
int zmq_msg_recv(zmq_msg_t* message, void* socket, int flags) {
    return real<zmq_msg_recv>("zmq_msg_recv")(message, socket, flags);
}
int zmq_msg_close(zmq_msg_t* message) {
    return real<zmq_msg_close>("zmq_msg_close")(message);
}
void* zmq_msg_data(zmq_msg_t* message) {
    return real<zmq_msg_data>("zmq_msg_data")(message);
}
size_t zmq_msg_size(const zmq_msg_t* message) {
    return real<zmq_msg_size>("zmq_msg_size")(message);
}
int zmq_msg_more(const zmq_msg_t* message) {
    return real<zmq_msg_more>("zmq_msg_more")(message);
}

int zmq_errno() {
    return real<zmq_errno>("zmq_errno")();
}
const char* zmq_strerror(int number) {
    return real<zmq_strerror>("zmq_strerror")(number);
}
