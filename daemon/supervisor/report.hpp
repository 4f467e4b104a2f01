// The supervisor's report to the palettectl that started it (base/family_news.hpp).
//
// It says of each daemon once whether it answers, and ends when all have been named. Nobody need
// listen: without a descriptor, or once the reader has gone, it says nothing.
#pragma once

#include "base/family_news.hpp"
#include "base/fd.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palette::supervisor {

using Moment = std::chrono::steady_clock::time_point;

class Report {
  public:
    // A daemon that has not answered by then is reported as failed: longer than a daemon of a
    // family that was killed needs to drain and free its locks.
    static constexpr std::chrono::milliseconds patience{20'000};

    // Takes over the descriptor (which may be a standard stream), if there is one.
    // Throws std::system_error when it is not open.
    explicit Report(std::optional<int> fd);

    void held(pid_t supervisor);
    // What follows is about these daemons, which have until now + patience.
    void started(pid_t supervisor, const std::vector<std::string>& daemons, Moment now);
    void ready(std::string_view daemon);
    void failed(std::string_view daemon, std::string_view why);
    // Another process has a lock that it needs. Not passed on yet: that may end by itself.
    void held_up(std::string_view daemon, std::string_view why);
    // All that have not answered, with the last that is known of them.
    void give_up(std::string_view why);

    [[nodiscard]] std::optional<Moment> due() const;
    void tick(Moment now);

  private:
    struct Awaited {
        std::string name;
        std::string last_why;
    };

    void say(const FamilyNews& news);
    void answered(std::string_view daemon, const FamilyNews& news);

    Fd fd_;
    std::vector<Awaited> awaited_;
    Moment until_{};
};

}  // namespace palette::supervisor
