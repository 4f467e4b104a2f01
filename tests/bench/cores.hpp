// Which core runs what, how long, and whether the disk had to be waited for.
#pragma once

#include <sys/types.h>

#include <cstdint>

namespace palette::bench {

inline constexpr int server_core = 0;
inline constexpr int client_core = 1;

// Binds this thread, and the threads and processes that it starts later. Throws std::system_error.
void run_on(int core);

// What the threads of a process have had of their cores. Its threads stay.
[[nodiscard]] double cpu_seconds_of(pid_t pid);

// Of this process and of another one, since they began.
[[nodiscard]] std::uint64_t major_faults();
[[nodiscard]] std::uint64_t major_faults_of(pid_t pid);

}  // namespace palette::bench
