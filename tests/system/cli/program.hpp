// Running a program as a script does: arguments, variables and stdin in; stdout, stderr and the
// exit code out.
#pragma once

#include "base/fd.hpp"

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace palette::test {

// What a run may take; then it is killed and the test fails.
inline constexpr int longest_run_ms = 30'000;

struct Launched {
    std::vector<std::string> arguments;
    std::vector<std::string> variables{};  // NAME=value; NAME= takes it away
    std::string input{};                   // at most what a pipe holds: 64 KiB
    std::string program{};                 // palettectl when it is empty, else found on the PATH
};

struct Ran {
    int code = -1;  // 128 and the signal's number when one ended it
    std::string out{};
    std::string err{};
};

// Under way, its output not yet read.
class Running {
  public:
    explicit Running(const Launched& launched);
    // Kills what still runs.
    ~Running();
    Running(Running&& other) noexcept;
    Running& operator=(Running&&) = delete;

    [[nodiscard]] pid_t pid() const { return pid_; }
    // A line of its stdout, without the end.
    [[nodiscard]] std::string line();
    // Nobody reads its stdout any more.
    void close_out() { out_.reset(); }
    [[nodiscard]] Ran wait();

  private:
    pid_t pid_ = -1;
    Fd out_;
    Fd err_;
    std::string unread_;
};

[[nodiscard]] inline Ran run(const Launched& launched) {
    return Running(launched).wait();
}

// The exit code of a child, as a shell says it; fails the test after longest_run_ms.
[[nodiscard]] int code_of(pid_t child);

// In the child, after a fork: becomes the program. Does not return.
[[noreturn]] void become(const Launched& launched);

}  // namespace palette::test
