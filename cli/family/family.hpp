// Starting and stopping the family of daemons on this machine, for `up` and `down`.
//
// The supervisor has no socket: it is found through the lock that it holds, told what to do by
// signals, and heard once, while it starts, through a pipe. One thread.
#pragma once

#include "base/family_news.hpp"
#include "base/fd.hpp"
#include "base/home.hpp"
#include "base/result.hpp"

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace palette::cli {

// What `up` waits for at most: the supervisor's own patience with its daemons, and some more.
inline constexpr std::chrono::milliseconds longest_start{30'000};
// How long a process that is killed may take to be gone.
inline constexpr std::chrono::milliseconds longest_end{5'000};

struct FamilyStart {
    enum class Kind {
        started,
        running_already,  // nothing was started; whether the daemons answer was not asked
    };
    Kind kind;
    pid_t supervisor;
    std::vector<DaemonFailed> failed;  // empty: all that were started answer
};

using Hear = std::function<void(const FamilyNews&)>;

// Starts the supervisor in a session of its own, its log in Home::log, and waits until every daemon
// answers or has failed; `hear` gets each piece of news as it comes. What failed is tried again by
// the supervisor. Refuses with `unavailable` when the supervisor itself ended, `deadline_exceeded`
// when it said nothing for longest_start. Throws when it cannot be started at all.
[[nodiscard]] Result<FamilyStart> start_family(const Home& home, const Hear& hear);

// Becomes the supervisor, in this terminal: its news to `news`, its log on stderr. Returns only by
// throwing.
[[noreturn]] void become_supervisor(const Fd& news);
// How that start goes, for a process beside it, which reads the other end. Refuses as start_family.
[[nodiscard]] Result<FamilyStart> hear_start(Fd news, const Hear& hear);

// The supervisor's pid; none when no family is running.
[[nodiscard]] std::optional<pid_t> family_pid(const Home& home);

enum class FamilyStop { stopped, was_not_running };

// Has the family drain for at most `drain` (and the supervisor's own limit: longest_drain, unless
// it was started by hand or in the foreground), then kills what is left, and returns when the
// supervisor and every daemon are gone, those of a supervisor that was killed before included.
// Refuses with `deadline_exceeded`, naming the process, when one is still there after that.
[[nodiscard]] Result<FamilyStop> stop_family(const Home& home, std::chrono::milliseconds drain);

}  // namespace palette::cli
