#include "cli/render/pager.hpp"

#include "cli/context.hpp"

#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>

namespace palette::cli {

namespace {

// Quits by itself if all fits, passes colors on, leaves what was shown on the screen.
constexpr std::string_view usual_pager = "less -FRX";
// What a shell ends with that finds no such program.
constexpr int exit_no_program = 127;

// Keys that end a command are the pager's while it runs, and one that is left early is no failure.
class KeysForPager {
  public:
    KeysForPager() {
        for (std::size_t i = 0; i < signals.size(); ++i) {
            struct sigaction ignore {};
            ignore.sa_handler = SIG_IGN;
            ::sigaction(signals.at(i), &ignore, &before_.at(i));
        }
    }
    ~KeysForPager() {
        for (std::size_t i = 0; i < signals.size(); ++i)
            ::sigaction(signals.at(i), &before_.at(i), nullptr);
    }
    KeysForPager(const KeysForPager&) = delete;
    KeysForPager& operator=(const KeysForPager&) = delete;

  private:
    static constexpr std::array signals{SIGINT, SIGQUIT, SIGPIPE};
    std::array<struct sigaction, signals.size()> before_{};
};

bool fits_terminal(std::string_view text) {
    winsize size{};
    if (::isatty(STDOUT_FILENO) == 0) return true;
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0) return true;
    return std::ranges::count(text, '\n') < size.ws_row;
}

// False when there is no such program.
bool show_in(const std::string& pager, std::string_view text) {
    // PAGER is a command for a shell. It has its own way with signals, so it is started before they
    // are set aside.
    std::FILE* pipe = ::popen(pager.c_str(), "we");  // NOLINT(cert-env33-c)
    if (pipe == nullptr) return false;
    const KeysForPager keys;
    // Whoever has seen enough closes the pipe.
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), pipe));
    const int status = ::pclose(pipe);
    return !(WIFEXITED(status) && WEXITSTATUS(status) == exit_no_program);
}

}  // namespace

std::string pager_command(const Context& context) {
    const Environment& environment = context.environment();
    if (const auto own = environment("PALETTECTL_PAGER")) return *own;
    if (const auto& pager = context.preferences().settings.pager) return pager->text();
    if (const auto usual = environment("PAGER")) return *usual;
    return std::string(usual_pager);
}

void write_long(Context& context, std::string_view text) {
    const std::string pager = pager_command(context);
    context.out().flush();
    const bool is_shown =
        context.has_pages() && !pager.empty() && !fits_terminal(text) && show_in(pager, text);
    if (!is_shown) context.out().write(text);
}

}  // namespace palette::cli
