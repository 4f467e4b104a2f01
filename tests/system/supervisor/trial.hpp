// A family of fake daemons in a folder of its own, and a supervisor over them.
#pragma once

#include "base/family_news.hpp"
#include "base/fd.hpp"
#include "base/home.hpp"
#include "temporary_folder.hpp"

#include <sys/types.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace palette::test {

inline constexpr const char* first_daemon = "palette-brokerd";
inline constexpr const char* second_daemon = "paletted";

class Trial {
  public:
    // Points PALETTECTL_HOME and PALETTECTL_LIBEXEC of this process at the folder.
    Trial();
    // Kills what is left.
    ~Trial();
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;

    [[nodiscard]] const Home& home() const { return home_; }
    void teach(std::string_view daemon, std::string_view manner) const;
    void let_leave(std::string_view daemon) const;

    // Starts the supervisor as a child of the test.
    pid_t supervise(std::vector<std::string> arguments = {});
    // Its news until it has no more.
    [[nodiscard]] std::vector<std::string> news();
    // What waitpid says of the supervisor; fails the test when it takes too long.
    [[nodiscard]] int end_of(pid_t supervisor) const;

    // 0 when it is not running.
    [[nodiscard]] pid_t pid_of(std::string_view daemon) const;
    [[nodiscard]] bool anybody_there() const;
    [[nodiscard]] std::string log_of(std::string_view program) const;

  private:
    TemporaryFolder folder_;
    Home home_;
    Fd news_;
};

// Waits until it holds; fails the test when that takes longer than any trial may.
void wait_until(const std::function<bool()>& holds);

[[nodiscard]] std::size_t count_of(std::string_view part, std::string_view text);

}  // namespace palette::test
