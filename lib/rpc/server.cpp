#include "rpc/server.hpp"

#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <exception>
#include <stdexcept>
#include <system_error>

namespace palette::rpc {

namespace {

// Replies waiting for a peer that does not read; more are dropped, its own loss.
constexpr int peer_queue_messages = 1'024;
// Requests taken from one socket before the other has its turn.
constexpr int most_requests_a_turn = 256;
constexpr std::chrono::milliseconds longest_wait{1'000};
constexpr std::chrono::milliseconds drain_step{5};

FileLock guard(const std::filesystem::path& lock, const std::filesystem::path& socket) {
    auto taken = FileLock::take(lock);
    if (const auto* pid = std::get_if<pid_t>(&taken)) {
        throw HeldByProcess("its socket " + socket.string(), *pid);
    }
    return std::get<FileLock>(std::move(taken));
}

// What the process makes while it lives is for its owner alone. For a time when no other thread
// makes files.
class OwnersOnly {
  public:
    OwnersOnly() : before_(::umask(S_IXUSR | S_IRWXG | S_IRWXO)) {}
    ~OwnersOnly() { ::umask(before_); }
    OwnersOnly(const OwnersOnly&) = delete;
    OwnersOnly& operator=(const OwnersOnly&) = delete;

  private:
    mode_t before_;
};

}  // namespace

void bind_guarded(Socket& socket, const SocketFolder& folder, const std::string& name) {
    const auto path = folder.path() / name;
    struct stat found {};
    if (::lstat(path.c_str(), &found) == 0 && !S_ISSOCK(found.st_mode)) {
        throw std::runtime_error(path.string() + " is in the way: it is not a socket");
    }
    if (folder.answers(name)) {
        throw std::runtime_error(path.string() + " is in the way: another program listens there");
    }
    const OwnersOnly mask;
    socket.bind(folder.address(name));
}

Server::Server(Context& context, const SocketFolder& folder, const std::filesystem::path& lock,
               const std::string& client_name, const std::string& sibling_name)
    : lock_(guard(lock, folder.path() / client_name)),
      clients_(context, SocketKind::router, peer_queue_messages),
      siblings_(context, SocketKind::router, peer_queue_messages),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (!wake_) throw std::system_error(errno, std::generic_category(), "eventfd");
    bind_guarded(clients_, folder, client_name);
    bind_guarded(siblings_, folder, sibling_name);
}

Server::~Server() = default;

void Server::run(Receiver& receiver, std::vector<Watched> watched) {
    std::vector<Waited> waited{{.socket = &clients_}, {.socket = &siblings_}, {.fd = wake_.get()}};
    const std::size_t own = waited.size();
    for (const Watched& one : watched)
        waited.push_back({.fd = one.fd});
    while (!drained_) {
        wait_readable(waited, longest_wait);
        if (waited[0].ready) take_requests(clients_, api::Socket::client, receiver);
        if (waited[1].ready) take_requests(siblings_, api::Socket::sibling, receiver);
        for (std::size_t i = 0; i < watched.size(); ++i) {
            if (waited[own + i].ready) watched[i].on_readable();
        }
        do_posted(receiver);
    }
    while (!drained_()) {
        std::array woken{Waited{.fd = wake_.get()}};
        wait_readable(woken, drain_step);
        do_posted(receiver);
    }
    do_posted(receiver);
}

void Server::take_requests(Socket& socket, api::Socket which, Receiver& receiver) {
    for (int i = 0; i < most_requests_a_turn && socket.receive(message_); ++i) {
        const std::size_t count = message_.frames.size();
        const bool delimiter = count == 3 && message_.frames[1].empty();
        if (message_.oversized || (count != 2 && !delimiter)) {
            receiver.misframed(which);
            continue;
        }
        receiver.receive({which, message_.frames[0], delimiter}, message_.frames[count - 1]);
    }
}

void Server::do_posted(Receiver& receiver) {
    std::uint64_t ignored = 0;
    if (::read(wake_.get(), &ignored, sizeof ignored) < 0 && errno != EAGAIN) return;
    std::vector<std::function<void()>> posted;
    {
        const std::lock_guard guard(mutex_);
        posted.swap(posted_);
    }
    for (const auto& work : posted) {
        try {
            work();
        } catch (const std::exception& failure) {
            receiver.failed(failure.what());
        }
    }
}

bool Server::send(const Ticket& ticket, std::string_view frame) {
    Socket& socket = ticket.socket == api::Socket::client ? clients_ : siblings_;
    const std::array<std::string_view, 3> with{ticket.peer, "", frame};
    const std::array<std::string_view, 2> without{ticket.peer, frame};
    return ticket.delimiter ? socket.send(with) : socket.send(without);
}

void Server::post(std::function<void()> work) {
    bool first = false;
    {
        const std::lock_guard guard(mutex_);
        first = posted_.empty();
        posted_.push_back(std::move(work));
    }
    if (first) wake();
}

void Server::stop(std::function<bool()> drained) {
    post([this, drained = std::move(drained)]() mutable { drained_ = std::move(drained); });
}

void Server::wake() {
    const std::uint64_t one = 1;
    // A full counter is awake already.
    if (::write(wake_.get(), &one, sizeof one) < 0 && errno != EAGAIN) {
        throw std::system_error(errno, std::generic_category(), "eventfd");
    }
}

}  // namespace palette::rpc
