// What a daemon's process is before it is anything else: signals that become readable, limits,
// and the two pipes that tie it to its supervisor.
//
// What the two pipes mean is in base/readiness.hpp. Without them, as under systemd, readiness is
// only logged.
#pragma once

#include "base/fd.hpp"

#include <exception>
#include <string_view>

namespace palette::service {

class Process {
  public:
    // Once, on the main thread, before any other thread: blocks the signals that signals() then
    // delivers, raises the limit of open files, limits memory, forbids core files (memory holds
    // secrets), and sets a umask that leaves new files to their owner.
    Process();

    // Readable when SIGTERM, SIGINT or SIGHUP has come; take_signal() says which, 0 for none.
    [[nodiscard]] int signals() const { return signals_.get(); }
    [[nodiscard]] int take_signal() const;
    // Readable once the supervisor is gone; -1 without a supervisor.
    [[nodiscard]] int lifeline() const { return lifeline_.get(); }

    // Each at most once; later calls do nothing.
    void report_ready();
    void report_failed(const std::exception& failure);

  private:
    void report(std::string_view line);

    Fd signals_;
    Fd lifeline_;
    Fd ready_;
};

}  // namespace palette::service
