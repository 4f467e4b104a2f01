// What a daemon and the process that starts it owe each other.
//
// The starter passes two descriptors by number. On the first the daemon writes one line: `ready`
// once it answers on its sockets, or `failed <why>` before it exits with another code than 0. When
// the reason is a lock that another process holds, the line is `held <why>`: that may pass by
// itself. The second descriptor ends when the starter does: then the daemon drains and stops, as it
// does on SIGTERM. A daemon that is started without them (by hand, by systemd) does without.
#pragma once

#include <string_view>

namespace palette {

inline constexpr std::string_view ready_fd_variable = "PALETTECTL_READY_FD";
inline constexpr std::string_view lifeline_fd_variable = "PALETTECTL_LIFELINE_FD";

inline constexpr std::string_view ready_line = "ready";
inline constexpr std::string_view failed_prefix = "failed ";
inline constexpr std::string_view held_prefix = "held ";

}  // namespace palette
