#include "supervisor/report.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace palette::supervisor {

Report::Report(std::optional<int> fd) {
    if (!fd) return;
    // A descriptor above the standard streams, which must not be closed: the next file to be
    // opened would be in their place.
    fd_.reset(::fcntl(*fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
    if (!fd_) {
        throw std::system_error(errno, std::generic_category(),
                                "--report-fd " + std::to_string(*fd));
    }
    if (*fd > STDERR_FILENO) ::close(*fd);
}

void Report::held(pid_t supervisor) {
    say(FamilyHeld{supervisor});
    fd_.reset();
}

void Report::started(pid_t supervisor, const std::vector<std::string>& daemons, Moment now) {
    if (!fd_) return;
    say(FamilyStarted{supervisor});
    for (const std::string& name : daemons)
        awaited_.push_back({name, {}});
    until_ = now + patience;
}

void Report::ready(std::string_view daemon) {
    answered(daemon, DaemonReady{std::string(daemon)});
}

void Report::failed(std::string_view daemon, std::string_view why) {
    answered(daemon, DaemonFailed{std::string(daemon), std::string(why)});
}

void Report::held_up(std::string_view daemon, std::string_view why) {
    const auto at = std::ranges::find(awaited_, daemon, &Awaited::name);
    if (at != awaited_.end()) at->last_why = why;
}

void Report::give_up(std::string_view why) {
    while (!awaited_.empty()) {
        const Awaited left = awaited_.front();
        answered(left.name,
                 DaemonFailed{left.name, left.last_why.empty() ? std::string(why) : left.last_why});
    }
}

std::optional<Moment> Report::due() const {
    if (awaited_.empty()) return std::nullopt;
    return until_;
}

void Report::tick(Moment now) {
    if (awaited_.empty() || now < until_) return;
    give_up("gave no answer in " + std::to_string(patience.count() / 1'000) + " s");
}

void Report::answered(std::string_view daemon, const FamilyNews& news) {
    const auto at = std::ranges::find(awaited_, daemon, &Awaited::name);
    if (at == awaited_.end()) return;
    say(news);
    awaited_.erase(at);
    if (awaited_.empty()) fd_.reset();
}

void Report::say(const FamilyNews& news) {
    if (!fd_) return;
    const std::string line = line_of(news) + "\n";
    // A few short lines always fit a pipe. A reader that left loses them, and nothing else.
    [[maybe_unused]] const ssize_t written = ::write(fd_.get(), line.data(), line.size());
}

}  // namespace palette::supervisor
