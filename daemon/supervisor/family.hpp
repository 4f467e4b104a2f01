// The loop that keeps a family running: one thread, which sleeps until a signal comes, a daemon
// says something, or something is due.
#pragma once

#include "base/fd.hpp"
#include "base/home.hpp"
#include "supervisor/child.hpp"
#include "supervisor/family_log.hpp"
#include "supervisor/options.hpp"
#include "supervisor/report.hpp"
#include "supervisor/signals.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace palette::supervisor {

class Family {
  public:
    // Borrows all of it. Starts nothing yet.
    Family(const Home& home, const FamilyLog& log, Report& report, Signals& signals,
           std::chrono::milliseconds drain);

    // Starts the daemons of api::family and returns once it was told to stop and all have ended.
    // Throws std::system_error when the loop itself cannot go on; the lifeline then ends them.
    void run();

  private:
    // A restart of all, one after the other, has come to this one.
    struct Rolling {
        std::size_t child;
        Moment until;  // it must be ready by then
    };

    [[nodiscard]] bool gone() const;
    void sleep();
    [[nodiscard]] std::optional<Moment> due() const;
    void obey_signals();
    void obey(Told told);
    void reap();
    void stop(Moment kill_at);
    void roll_to(std::size_t child, Moment now);
    void roll_on(Moment now);

    const FamilyLog& log_;
    Report& report_;
    Signals& signals_;
    std::chrono::milliseconds drain_;
    Pipe lifeline_;
    std::vector<Child> children_;
    std::optional<Rolling> rolling_;
    bool stopping_ = false;
};

}  // namespace palette::supervisor
