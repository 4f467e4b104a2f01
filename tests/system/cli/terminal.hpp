// palettectl in a terminal: a person's keys in, what they would see out.
#pragma once

#include "base/fd.hpp"
#include "program.hpp"

namespace palette::test {

class Terminal {
  public:
    // 80 columns, true color.
    explicit Terminal(Launched launched);
    // Kills what still runs.
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    void type(std::string_view keys) const;
    // All that was shown so far, once this is part of it; fails the test when it does not come.
    const std::string& see(std::string_view part);
    // Types the secret whenever it is asked for without echo, until the end.
    void answer_secrets(std::string_view secret);
    // All that was shown, after the end.
    const std::string& see_end();
    [[nodiscard]] bool echoes() const;
    [[nodiscard]] int code();

  private:
    [[nodiscard]] bool read_some();

    pid_t pid_ = -1;
    Fd side_;  // of whoever looks
    std::string shown_;
};

}  // namespace palette::test
