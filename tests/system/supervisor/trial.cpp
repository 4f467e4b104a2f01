#include "trial.hpp"

#include "api/directory.hpp"
#include "base/file_lock.hpp"
#include "base/files.hpp"
#include "base/line_buffer.hpp"
#include "base/log_file.hpp"
#include "base/process.hpp"
#include "base/programs.hpp"
#include "catch.hpp"
#include "eventually.hpp"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>

namespace palette::test {

namespace {

constexpr std::chrono::seconds longest_trial{10};

}  // namespace

Trial::Trial() {
    const auto programs = folder_.path() / "programs";
    std::filesystem::create_directory(programs);
    for (const api::Daemon* daemon : api::family)
        std::filesystem::create_symlink(PALETTE_FAKE_DAEMON, programs / daemon->name);
    std::filesystem::create_symlink(PALETTE_SUPERVISOR, programs / "palette-supervisor");
    ::setenv(programs_variable, programs.c_str(), 1);
    ::setenv("PALETTECTL_HOME", (folder_.path() / "home").c_str(), 1);
    home_ = Home::from_process_environment();
    home_.create();
}

Trial::~Trial() {
    if (const auto supervisor = ProcessHandle::holding(home_.family_lock())) {
        supervisor->signal(SIGQUIT);
        static_cast<void>(supervisor->ended_within(longest_trial));
    }
    for (const api::Daemon* daemon : api::family) {
        if (const auto left = ProcessHandle::holding(home_.daemon_lock(daemon->name))) {
            left->signal(SIGKILL);
        }
    }
}

void Trial::teach(std::string_view daemon, std::string_view manner) const {
    replace_file(folder_.path() / "programs" / (std::string(daemon) + ".manner"), manner);
}

void Trial::let_leave(std::string_view daemon) const {
    replace_file(folder_.path() / "programs" / (std::string(daemon) + ".leave"), "");
}

pid_t Trial::supervise(std::vector<std::string> arguments) {
    Pipe report = make_pipe();
    arguments.insert(arguments.end(), {"--report-fd", std::to_string(report.write.get())});
    const Fd log = open_log_file(home_.log("palette-supervisor"));
    news_ = std::move(report.read);
    return spawn({.program = PALETTE_SUPERVISOR,
                  .arguments = std::move(arguments),
                  .keep = {report.write.get()},
                  .output = &log,
                  .session = Session::own});
}

std::vector<std::string> Trial::news() {
    LineBuffer lines;
    while (true) {
        pollfd readable{news_.get(), POLLIN, 0};
        constexpr int longest_silence_ms = 25'000;
        REQUIRE(::poll(&readable, 1, longest_silence_ms) == 1);
        std::array<char, 512> bytes{};
        const ssize_t got = ::read(news_.get(), bytes.data(), bytes.size());
        REQUIRE(got >= 0);
        if (got == 0) break;
        lines.add({bytes.data(), static_cast<std::size_t>(got)});
    }
    std::vector<std::string> all;
    while (auto line = lines.take())
        all.push_back(*line);
    // Daemons answer in any order; who started comes first.
    if (!all.empty()) std::sort(all.begin() + 1, all.end());
    return all;
}

int Trial::end_of(pid_t supervisor) const {
    int wait_status = 0;
    wait_until([&] { return ::waitpid(supervisor, &wait_status, WNOHANG) == supervisor; });
    return wait_status;
}

pid_t Trial::pid_of(std::string_view daemon) const {
    return FileLock::holder(home_.daemon_lock(daemon)).value_or(0);
}

bool Trial::anybody_there() const {
    return std::ranges::any_of(
        api::family, [this](const api::Daemon* daemon) { return pid_of(daemon->name) != 0; });
}

std::string Trial::log_of(std::string_view program) const {
    constexpr std::size_t most_bytes = 1 << 20;
    return read_small_file(home_.log(program), most_bytes).value_or("");
}

void wait_until(const std::function<bool()>& holds) {
    REQUIRE(eventually(holds, longest_trial));
}

std::size_t count_of(std::string_view part, std::string_view text) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

}  // namespace palette::test
