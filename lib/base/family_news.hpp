// What the supervisor tells the palettectl that started it, a line each:
//
//     started 4711                        the supervisor's pid; the daemons follow
//     held 4700                           the pid of the supervisor that is there already; no more
//     paletted ready
//     palette-brokerd failed no space     it is tried again, but do not wait for it
//
// Every daemon is named once, in any order, then the stream ends.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace palette {

struct FamilyStarted {
    pid_t supervisor;
};
struct FamilyHeld {
    pid_t supervisor;
};
struct DaemonReady {
    std::string name;
};
struct DaemonFailed {
    std::string name;
    std::string why;  // as the daemon wrote it: not safe for a terminal
};

using FamilyNews = std::variant<FamilyStarted, FamilyHeld, DaemonReady, DaemonFailed>;

// Without the line's end.
[[nodiscard]] std::string line_of(const FamilyNews& news);
// None when the line is of no known form.
[[nodiscard]] std::optional<FamilyNews> read_news(std::string_view line);

}  // namespace palette
