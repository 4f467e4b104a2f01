// How palettectl ends when it is told to: on Ctrl-C at once with 130, leaving the terminal as it
// was; quietly, with 0, when nobody reads what it prints any more.
#pragma once

#include <termios.h>

namespace palette::cli {

// Once, at the start of main. What is executed by this process has the default actions again.
void end_politely_on_signals();

// Turns the echo of the terminal behind `fd` off for as long as it lives; a signal turns it on
// again too. One at a time.
class SilentTerminal {
  public:
    // Throws std::system_error when it is no terminal.
    explicit SilentTerminal(int fd);
    ~SilentTerminal();
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

  private:
    int fd_;
    termios before_{};
};

}  // namespace palette::cli
