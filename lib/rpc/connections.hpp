// How many connections a bound socket may have. libzmq accepts whoever comes, and aborts the
// process when its descriptors run out.
//
// A thread for each bound socket hears of every connection that libzmq accepts or loses, and hangs
// up on those above the limit. Whoever is hung up on comes again by itself, if it is libzmq, and
// stays once another has left. Those that are there notice nothing. For a moment there are more
// than the limit: libzmq tells of them when it has accepted them, but never runs ahead by more than
// it may have untold (some 1,000).
#pragma once

#include "base/fd.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <thread>
#include <unordered_set>

namespace zmq {
class context_t;
class socket_t;
}  // namespace zmq

namespace palette::rpc {

// Of one bound socket. Each costs its daemon some 50 kB.
inline constexpr std::size_t most_connections = 2'048;

// The same, or fewer where the process may open few files: some are for all else, and for those who
// are accepted before they are hung up on.
[[nodiscard]] std::size_t connections_allowed();

// What holds for all bound sockets of a context, and what came of it.
struct Crowd {
    std::size_t most;  // connections of each
    // Called for each that is hung up on, on a thread of its socket's. May be empty.
    std::function<void(std::size_t most)> turned_away;
    std::atomic<std::size_t> full_sockets = 0;  // which have as many as they may
};

class Connections {
  public:
    // Of a socket that is not bound yet, on its thread, and gone before it. Throws zmq::error_t,
    // std::system_error.
    Connections(zmq::context_t& context, zmq::socket_t& socket, Crowd& crowd);
    ~Connections();
    Connections(const Connections&) = delete;
    Connections& operator=(const Connections&) = delete;

  private:
    using Moment = std::chrono::steady_clock::time_point;
    // Who came when there was no room, and until when they may stay.
    struct Doomed {
        Moment due;
        int descriptor;
    };

    void work();
    [[nodiscard]] std::chrono::milliseconds until_due() const;
    // False when there is nothing to hear.
    [[nodiscard]] bool hear();
    void came(int descriptor);
    void left(int descriptor);
    void hang_up_on_due();
    void hang_up_on_first();
    void note_fullness();

    zmq::socket_t& socket_;
    Crowd& crowd_;
    std::unique_ptr<zmq::socket_t> told_;
    Fd wake_;
    // Of the thread:
    std::unordered_set<int> open_;  // descriptors
    std::deque<Doomed> doomed_;     // those among them, oldest first
    std::size_t untold_ = 0;        // hung up on, and nobody was told
    bool is_full_ = false;
    std::thread thread_;
};

}  // namespace palette::rpc
