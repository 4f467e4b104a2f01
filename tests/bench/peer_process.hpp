// A server of others' that we are measured beside: started for the run, ended with the object.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace palette::bench {

class PeerProcess {
  public:
    // On the cores of the calling thread; as the user of that name where this process may become
    // another, since PostgreSQL does not run as root. What it prints goes to `log`.
    PeerProcess(const std::vector<std::string>& command, const std::string& user,
                const std::filesystem::path& log);
    // SIGINT, which both peers take for an orderly end, and waits.
    ~PeerProcess();
    PeerProcess(const PeerProcess&) = delete;
    PeerProcess& operator=(const PeerProcess&) = delete;

    [[nodiscard]] pid_t pid() const { return pid_; }
    // Waits until it ends by itself; whether it was with code 0.
    [[nodiscard]] bool ended_well();

  private:
    pid_t pid_ = 0;
};

// Whether there is such a program in the path.
[[nodiscard]] bool is_installed(const std::string& program);

}  // namespace palette::bench
