// A connection to a daemon's socket that speaks no protocol but what the test writes.
//
// A connection that the daemon has closed stays closed.
#pragma once

#include "base/fd.hpp"

#include <filesystem>
#include <random>
#include <string>
#include <string_view>

namespace palette::test {

class RawPeer {
  public:
    // Connected, or not when nobody listens or too many wait to be accepted.
    explicit RawPeer(const std::filesystem::path& socket);

    // What the daemon does not take at once is left out.
    void write(std::string_view bytes);
    // Waits for the daemon to take all of it. False when it closes the connection, or takes nothing
    // for ten seconds.
    [[nodiscard]] bool feed(std::string_view bytes);
    // Says the greeting and READY of a DEALER, and hears the daemon's: libzmq drops a peer whose
    // first frame comes before that. False as above.
    [[nodiscard]] bool shake_hands();
    [[nodiscard]] bool connected() const { return static_cast<bool>(fd_); }

  private:
    [[nodiscard]] bool wait_for(short event);
    [[nodiscard]] std::string hear(std::size_t bytes);

    Fd fd_;
};

// Made of bytes, or of pieces of the protocol, that the same seed makes again.
class Garbage {
  public:
    explicit Garbage(std::uint64_t seed) : random_(seed) {}

    [[nodiscard]] std::size_t below(std::size_t limit);
    [[nodiscard]] std::string bytes(std::size_t most);
    // What begins a ZMTP 3 connection of a DEALER: greeting and READY.
    // Source: https://rfc.zeromq.org/spec/23
    [[nodiscard]] static std::string greeting();
    [[nodiscard]] static std::string ready();
    // A frame's head that announces so many bytes, and none of them.
    [[nodiscard]] static std::string long_frame(std::uint64_t announced);
    // A well-formed frame of any content.
    enum class More : std::uint8_t { no, yes };
    [[nodiscard]] static std::string frame(std::string_view content, More more);
    // Something that may pass for JSON-RPC for a while.
    [[nodiscard]] std::string almost_json();

  private:
    std::mt19937_64 random_;
};

}  // namespace palette::test
