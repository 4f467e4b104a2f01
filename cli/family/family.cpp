#include "cli/family/family.hpp"

#include "api/directory.hpp"
#include "base/file_lock.hpp"
#include "base/line_buffer.hpp"
#include "base/log_file.hpp"
#include "base/process.hpp"
#include "base/programs.hpp"
#include "base/supervisor.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <string>
#include <string_view>
#include <system_error>

namespace palette::cli {

namespace {

using Moment = std::chrono::steady_clock::time_point;

// The supervisor's news, line by line, until it has no more or the time is over.
class NewsReader {
  public:
    explicit NewsReader(Fd fd) : fd_(std::move(fd)) {}

    [[nodiscard]] bool in_time() const { return in_time_; }

    // None at the end of the news, or when the time is over.
    [[nodiscard]] std::optional<FamilyNews> next() {
        while (true) {
            while (const auto line = lines_.take()) {
                if (auto news = read_news(*line)) return news;
            }
            if (!receive()) return std::nullopt;
        }
    }

  private:
    [[nodiscard]] bool receive() {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(until_ - Moment::clock::now());
        pollfd news{fd_.get(), POLLIN, 0};
        const int found = ::poll(&news, 1, static_cast<int>(std::max<long>(0, left.count())));
        if (found < 0 && errno == EINTR) return true;
        in_time_ = found != 0;
        if (found <= 0) return false;
        std::array<char, 1'024> bytes{};
        const ssize_t got = ::read(fd_.get(), bytes.data(), bytes.size());
        if (got > 0) lines_.add({bytes.data(), static_cast<std::size_t>(got)});
        return got > 0 || (got < 0 && errno == EINTR);
    }

    Fd fd_;
    LineBuffer lines_;
    Moment until_ = Moment::clock::now() + longest_start;
    bool in_time_ = true;
};

// What has been heard of the start so far.
class Tally {
  public:
    void operator()(const FamilyStarted& news) { supervisor_ = news.supervisor; }
    void operator()(const FamilyHeld& news) {
        supervisor_ = news.supervisor;
        kind_ = FamilyStart::Kind::running_already;
    }
    void operator()(const DaemonReady& news) { std::erase(silent_, news.name); }
    void operator()(const DaemonFailed& news) {
        std::erase(silent_, news.name);
        failed_.push_back(news);
    }

    [[nodiscard]] bool begun() const { return supervisor_ != 0; }

    [[nodiscard]] FamilyStart finish() && {
        if (kind_ == FamilyStart::Kind::started) {
            for (const std::string_view name : silent_) {
                failed_.push_back({std::string(name), "the supervisor ended before it answered"});
            }
        }
        return {kind_, supervisor_, std::move(failed_)};
    }

  private:
    static std::vector<std::string_view> everyone() {
        std::vector<std::string_view> names;
        names.reserve(api::family.size());
        for (const api::Daemon* daemon : api::family)
            names.push_back(daemon->name);
        return names;
    }

    FamilyStart::Kind kind_ = FamilyStart::Kind::started;
    pid_t supervisor_ = 0;
    std::vector<std::string_view> silent_ = everyone();
    std::vector<DaemonFailed> failed_;
};

struct Starting {
    pid_t pid;
    Fd news;
};

Starting launch_supervisor(const Home& home) {
    home.create();
    Pipe report = make_pipe();
    const Fd log = open_log_file(home.log(supervisor_name));
    const pid_t pid =
        spawn({.program = find_program(supervisor_name),
               .arguments = {std::string(report_fd_option), std::to_string(report.write.get()),
                             // `down` ends a drain itself when it takes too long.
                             std::string(drain_option), std::to_string(longest_drain.count())},
               .keep = {report.write.get()},
               .output = &log,
               .session = Session::own});
    return {pid, std::move(report.read)};
}

Error no_start(const Home& home, pid_t pid) {
    int wait_status = 0;
    ::waitpid(pid, &wait_status, 0);
    return {ErrorKind::unavailable,
            std::string(supervisor_name) + " " + describe_ending(wait_status) +
                " before it started anything",
            "", "its log says why: " + home.log(supervisor_name).string()};
}

// Those that hold the lock of one of the daemons.
std::vector<ProcessHandle> running_daemons(const Home& home) {
    std::vector<ProcessHandle> found;
    for (const api::Daemon* daemon : api::family) {
        if (auto holder = ProcessHandle::holding(home.daemon_lock(daemon->name))) {
            found.push_back(std::move(*holder));
        }
    }
    return found;
}

// Asks all of them to stop, makes those stop that do not within `drain`, and waits for the end.
Result<FamilyStop> stop_all(const std::vector<ProcessHandle>& processes, int ask, int force,
                            std::chrono::milliseconds drain) {
    for (const ProcessHandle& process : processes)
        process.signal(ask);
    const auto until = Moment::clock::now() + drain;
    for (const ProcessHandle& process : processes) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(until - Moment::clock::now());
        if (process.ended_within(left)) continue;
        process.signal(force);
        if (process.ended_within(longest_end)) continue;
        return refuse(
            ErrorKind::deadline_exceeded, "",
            "process " + std::to_string(process.pid()) + " does not end",
            "see what it waits for: cat /proc/" + std::to_string(process.pid()) + "/wchan");
    }
    return processes.empty() ? FamilyStop::was_not_running : FamilyStop::stopped;
}

}  // namespace

Result<FamilyStart> hear_start(Fd news, const Hear& hear) {
    NewsReader reader(std::move(news));
    Tally tally;
    while (const auto one = reader.next()) {
        std::visit(tally, *one);
        hear(*one);
    }
    if (!reader.in_time()) {
        return refuse(ErrorKind::deadline_exceeded, "",
                      std::string(supervisor_name) + " did not say how every daemon fares in " +
                          std::to_string(longest_start.count() / 1'000) + " s");
    }
    if (!tally.begun()) {
        return refuse(ErrorKind::unavailable, "",
                      std::string(supervisor_name) + " ended before it started anything");
    }
    return std::move(tally).finish();
}

Result<FamilyStart> start_family(const Home& home, const Hear& hear) {
    Starting starting = launch_supervisor(home);
    auto start = hear_start(std::move(starting.news), hear);
    if (start) return start;
    if (start.error().kind == ErrorKind::unavailable) return refuse(no_start(home, starting.pid));
    start.error().hint = "its log may say why: " + home.log(supervisor_name).string();
    return start;
}

void become_supervisor(const Fd& news) {
    const std::string program = find_program(supervisor_name).string();
    const std::string fd = std::to_string(news.get());
    if (::fcntl(news.get(), F_SETFD, 0) == 0) {
        ::execl(program.c_str(), program.c_str(), report_fd_option.data(), fd.c_str(), nullptr);
    }
    throw std::system_error(errno, std::generic_category(), "start " + program);
}

std::optional<pid_t> family_pid(const Home& home) {
    return FileLock::holder(home.family_lock());
}

Result<FamilyStop> stop_family(const Home& home, std::chrono::milliseconds drain) {
    std::vector<ProcessHandle> supervisor;
    if (auto holder = ProcessHandle::holding(home.family_lock())) {
        supervisor.push_back(std::move(*holder));
    }
    // SIGQUIT, because the supervisor must live to see the end of its daemons.
    auto stopped = stop_all(supervisor, SIGTERM, SIGQUIT, drain);
    if (!stopped) return stopped;
    auto orphans = stop_all(running_daemons(home), SIGTERM, SIGKILL, drain);
    if (!orphans || *orphans == FamilyStop::stopped) return orphans;
    return stopped;
}

}  // namespace palette::cli
