#include "cores.hpp"

#include <sched.h>
#include <sys/resource.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <system_error>

namespace palette::bench {

void run_on(int core) {
    cpu_set_t cores;
    CPU_ZERO(&cores);
    CPU_SET(core, &cores);
    if (::sched_setaffinity(0, sizeof cores, &cores) != 0) {
        throw std::system_error(errno, std::generic_category(),
                                "run on core " + std::to_string(core));
    }
}

// The first field of each thread's schedstat, in nanoseconds.
double cpu_seconds_of(pid_t pid) {
    const auto threads = std::filesystem::path("/proc") / std::to_string(pid) / "task";
    double seconds = 0;
    for (const auto& thread : std::filesystem::directory_iterator(threads)) {
        double nanoseconds = 0;
        std::ifstream(thread.path() / "schedstat") >> nanoseconds;
        seconds += nanoseconds / 1e9;
    }
    return seconds;
}

std::uint64_t major_faults() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return static_cast<std::uint64_t>(used.ru_majflt);
}

// The twelfth field of /proc/<pid>/stat; the second is a name in parentheses.
std::uint64_t major_faults_of(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    const std::string all(std::istreambuf_iterator<char>(file), {});
    std::istringstream fields(all.substr(all.rfind(')') + 2));
    std::string skipped;
    for (int i = 3; i < 12; ++i)
        fields >> skipped;
    std::uint64_t faults = 0;
    fields >> faults;
    return faults;
}

}  // namespace palette::bench
