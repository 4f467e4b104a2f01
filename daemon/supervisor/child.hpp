// One daemon: its process, what is known of it, and when it is started again.
//
// A child that ends is started anew, after a back-off unless its end was asked for, until it is
// told to leave. Time is handed in; nothing here blocks.
#pragma once

#include "base/fd.hpp"
#include "base/home.hpp"
#include "base/line_buffer.hpp"
#include "supervisor/backoff.hpp"
#include "supervisor/family_log.hpp"
#include "supervisor/report.hpp"

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace palette::supervisor {

// What the daemons of a family share. It outlives them.
struct Household {
    const Home& home;
    const FamilyLog& log;
    Report& report;
    // Daemons inherit the read end. The write end is the supervisor's alone, and so ends with it,
    // however it ends.
    const Pipe& lifeline;
};

class Child {
  public:
    Child(std::string name, Household household) : name_(std::move(name)), household_(household) {}

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] pid_t pid() const { return pid_; }  // 0: no process
    [[nodiscard]] bool ready() const { return stage_ == Stage::ready; }
    // Has no process and will get none.
    [[nodiscard]] bool gone() const { return pid_ == 0 && leaving_; }

    void start(Moment now);
    // SIGTERM, at `kill_at` SIGKILL, then a new process at once.
    void restart(Moment now, Moment kill_at);
    // The same for good. Told twice, the earlier kill_at counts.
    void leave(Moment kill_at);

    // Readable when the daemon has said something: then hear(). -1: nothing is expected of it.
    [[nodiscard]] int ready_fd() const { return ready_.get(); }
    void hear();
    // waitpid returned pid().
    void ended(int wait_status, Moment now);

    // When tick() has something to do.
    [[nodiscard]] std::optional<Moment> due() const;
    void tick(Moment now);

  private:
    enum class Stage { down, starting, ready, stopping };

    [[nodiscard]] pid_t launch();
    void understand(std::string_view line);
    void ask_to_stop(Moment kill_at);
    void died(int wait_status, Moment now);
    void retry_later(std::string_view event, FamilyLog::Fields fields, Moment now);

    std::string name_;
    Household household_;
    Stage stage_ = Stage::down;
    bool leaving_ = false;
    pid_t pid_ = 0;
    Fd ready_;
    LineBuffer heard_;
    std::string why_;  // what the daemon said before it failed
    Moment started_{};
    Backoff backoff_;
    std::optional<Moment> start_at_;
    std::optional<Moment> kill_at_;
};

}  // namespace palette::supervisor
