#include "family.hpp"

#include "base/files.hpp"
#include "base/log_file.hpp"
#include "base/process.hpp"
#include "base/readiness.hpp"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace palette::test {

namespace {

// Ten times what a daemon takes on a busy machine, with a sanitizer.
constexpr std::chrono::seconds longest_start{30};
constexpr std::chrono::seconds longest_end{30};
constexpr std::size_t most_log_bytes = 256 * 1024 * 1024;
constexpr std::size_t most_quoted_bytes = 2'000;

Home made_home(const std::filesystem::path& folder) {
    Home home = Home::from([&](const char* name) -> std::optional<std::string> {
        if (std::string_view(name) == "PALETTECTL_HOME") return folder.string();
        return std::nullopt;
    });
    home.create();
    return home;
}

std::filesystem::path program_of(const api::Daemon& daemon) {
    return std::filesystem::path(PALETTE_PROGRAMS) / daemon.name;
}

std::size_t place_of(const api::Daemon& daemon) {
    const auto found = std::ranges::find(api::family, &daemon);
    return static_cast<std::size_t>(found - api::family.begin());
}

std::string variable(std::string_view name, const std::string& value) {
    return std::string(name) + "=" + value;
}

}  // namespace

BareFamily::BareFamily() : home_(made_home(folder_.path())), sockets_(home_.run) {
    set(api::palettes_daemon, "password_memory_mib: 8");
}

BareFamily::~BareFamily() {
    for (const api::Daemon* daemon : api::family) {
        const Child& child = child_of(*daemon);
        if (child.pid == 0) continue;
        ::kill(child.pid, SIGKILL);
        ::waitpid(child.pid, nullptr, 0);
    }
}

void BareFamily::set(const api::Daemon& daemon, std::string_view line) {
    std::ofstream settings(home_.config / (std::string(daemon.name) + ".yaml"), std::ios::app);
    settings << line << '\n';
}

void BareFamily::start(const api::Daemon& daemon) {
    Child& child = child_of(daemon);
    Pipe lifeline = make_pipe();
    Pipe news = make_pipe();
    const Fd log = open_log_file(home_.log(daemon.name));
    const int ready_fd = news.write.get();
    const int lifeline_fd = lifeline.read.get();
    child.pid =
        spawn({.program = program_of(daemon),
               .variables = {home_variable(), variable(ready_fd_variable, std::to_string(ready_fd)),
                             variable(lifeline_fd_variable, std::to_string(lifeline_fd))},
               .keep = {ready_fd, lifeline_fd},
               .output = &log,
               .session = Session::own});
    child.lifeline = std::move(lifeline.write);
    news.write.reset();
    expect_ready(daemon, news.read);
}

void BareFamily::start_all() {
    for (const api::Daemon* daemon : api::family)
        start(*daemon);
}

void BareFamily::expect_ready(const api::Daemon& daemon, const Fd& news) const {
    pollfd readable{news.get(), POLLIN, 0};
    const auto ms = std::chrono::milliseconds(longest_start).count();
    if (::poll(&readable, 1, static_cast<int>(ms)) != 1) fail(daemon, "is silent");
    std::array<char, 512> line{};
    const ssize_t got = ::read(news.get(), line.data(), line.size());
    const std::string_view said(line.data(), static_cast<std::size_t>(std::max<ssize_t>(0, got)));
    if (!said.starts_with(ready_line)) fail(daemon, "did not start: " + std::string(said));
}

void BareFamily::kill(const api::Daemon& daemon) {
    Child& child = child_of(daemon);
    ::kill(child.pid, SIGKILL);
    static_cast<void>(end_of(daemon));
}

Ending BareFamily::stop(const api::Daemon& daemon) {
    ::kill(child_of(daemon).pid, SIGTERM);
    return end_of(daemon);
}

Ending BareFamily::cut_lifeline(const api::Daemon& daemon) {
    child_of(daemon).lifeline.reset();
    return end_of(daemon);
}

Ending BareFamily::end_of(const api::Daemon& daemon) {
    using Moment = std::chrono::steady_clock;
    Child& child = child_of(daemon);
    const auto asked = Moment::now();
    int wait_status = 0;
    const auto ended = [&] { return ::waitpid(child.pid, &wait_status, WNOHANG) == child.pid; };
    if (!eventually(ended, longest_end)) fail(daemon, "does not end");
    child = {};
    return {describe_ending(wait_status),
            std::chrono::duration_cast<std::chrono::milliseconds>(Moment::now() - asked)};
}

std::string BareFamily::verify(const api::Daemon& daemon) {
    const Fd log = open_log_file(home_.log(daemon.name));
    child_of(daemon).pid = spawn({.program = program_of(daemon),
                                  .arguments = {"--verify"},
                                  .variables = {home_variable()},
                                  .output = &log});
    return end_of(daemon).how;
}

pid_t BareFamily::pid(const api::Daemon& daemon) const {
    return children_.at(place_of(daemon)).pid;
}

bool BareFamily::runs(const api::Daemon& daemon) const {
    const pid_t started = pid(daemon);
    siginfo_t ended{};
    // It is only looked at, and stays to be waited for.
    return started != 0 &&
           ::waitid(P_PID, static_cast<id_t>(started), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           ended.si_pid == 0;
}

std::string BareFamily::log_of(const api::Daemon& daemon) const {
    return read_small_file(home_.log(daemon.name), most_log_bytes).value_or("");
}

std::string BareFamily::home_variable() const {
    return variable("PALETTECTL_HOME", folder_.path().string());
}

BareFamily::Child& BareFamily::child_of(const api::Daemon& daemon) {
    return children_.at(place_of(daemon));
}

void BareFamily::fail(const api::Daemon& daemon, const std::string& what) const {
    std::string log = log_of(daemon);
    if (log.size() > most_quoted_bytes) log.erase(0, log.size() - most_quoted_bytes);
    throw std::runtime_error(std::string(daemon.name) + " " + what + "\n" + log);
}

}  // namespace palette::test
