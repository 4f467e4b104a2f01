// Answering requests: two ROUTER sockets, one for clients and one for siblings, owned by the thread
// that runs the server.
//
// The server moves frames; what they say is the receiver's business. A frame may be answered at
// once or later, from any thread, with the Ticket that came with it; a ticket that is dropped means
// that no answer is sent. A peer that floods or stalls is limited to its own queue: its replies are
// dropped, nobody else waits.
#pragma once

#include "api/method.hpp"
#include "base/fd.hpp"
#include "base/file_lock.hpp"
#include "rpc/address.hpp"
#include "rpc/socket.hpp"

#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace palette::rpc {

// Binds `name` in the folder, readable and writable by its owner alone. libzmq would replace
// whatever is there, so only a stale socket may be: the caller holds the daemon's lock, and who
// listens there without it is left alone. Throws std::runtime_error, SocketError.
void bind_guarded(Socket& socket, const SocketFolder& folder, const std::string& name);

// Whom to answer: good for one reply.
struct Ticket {
    api::Socket socket = api::Socket::client;
    std::string peer;
    // REQ and those who imitate it put an empty frame before the request, and want one back.
    bool delimiter = false;
};

// Takes the frames. Called on the server's thread only.
class Receiver {
  public:
    virtual ~Receiver() = default;
    virtual void receive(Ticket ticket, std::string_view frame) = 0;
    // A message that cannot be a request: too many frames, or none.
    virtual void misframed(api::Socket socket) = 0;
    // A posted function threw. It has cost itself alone.
    virtual void failed(std::string_view why) = 0;
};

class Server {
  public:
    // Takes the lock, so that a bind never replaces a live daemon's socket, and binds the two names
    // in the folder. Throws std::runtime_error that names what holds it.
    Server(Context& context, const SocketFolder& folder, const std::filesystem::path& lock,
           const std::string& client_name, const std::string& sibling_name);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // A descriptor (signals, a lifeline) and what to do, on the server's thread, when it can be
    // read.
    struct Watched {
        int fd;
        std::function<void()> on_readable;
    };
    // Serves until stop(), then once more does what was posted.
    void run(Receiver& receiver, std::vector<Watched> watched);

    // On the server's thread. False when the peer is gone or does not read: the reply is dropped.
    [[nodiscard]] bool send(const Ticket& ticket, std::string_view frame);

    // From any thread: runs a function on the server's thread, in order. The poster limits how many
    // wait: the host has one for each request it has let in.
    void post(std::function<void()> work);
    // From any thread: no further request is taken; run() returns when `drained` says so.
    void stop(std::function<bool()> drained);

  private:
    void take_requests(Socket& socket, api::Socket which, Receiver& receiver);
    void do_posted(Receiver& receiver);
    void wake();

    FileLock lock_;
    Socket clients_;
    Socket siblings_;
    Fd wake_;
    Message message_;
    std::mutex mutex_;
    std::vector<std::function<void()>> posted_;  // guarded by mutex_
    std::function<bool()> drained_;              // of the server's thread
};

}  // namespace palette::rpc
