// The signals of the supervisor, read from a descriptor in its loop instead of interrupting it.
#pragma once

#include "base/fd.hpp"

#include <optional>

namespace palette::supervisor {

enum class Told {
    stop,         // SIGTERM, SIGINT, or the end of the terminal
    stop_now,     // SIGQUIT
    restart,      // SIGHUP from a person
    child_ended,  // SIGCHLD
};

class Signals {
  public:
    // From here on they wait in the descriptor. For a process with one thread.
    // Throws std::system_error.
    Signals();

    [[nodiscard]] int fd() const { return fd_.get(); }
    // The next that waits; never blocks. Signals of one kind that come together count once.
    [[nodiscard]] std::optional<Told> next();

  private:
    Fd fd_;
};

}  // namespace palette::supervisor
