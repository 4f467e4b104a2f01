#include "supervisor/child.hpp"

#include "base/check.hpp"
#include "base/log_file.hpp"
#include "base/process.hpp"
#include "base/programs.hpp"
#include "base/readiness.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <exception>
#include <system_error>

namespace palette::supervisor {

namespace {

std::string variable(std::string_view name, int fd) {
    return std::string(name) + "=" + std::to_string(fd);
}

LogField ending_field(int wait_status) {
    if (WIFSIGNALED(wait_status)) return {"signal", WTERMSIG(wait_status)};
    return {"code", WEXITSTATUS(wait_status)};
}

}  // namespace

void Child::start(Moment now) {
    start_at_.reset();
    why_.clear();
    started_ = now;
    try {
        pid_ = launch();
    } catch (const std::exception& failure) {
        // A missing program or a full machine is to this daemon what dying is: later it may work.
        household_.report.failed(name_, failure.what());
        retry_later("daemon.not_started", {{"name", name_}, {"why", failure.what()}}, now);
        return;
    }
    stage_ = Stage::starting;
    household_.log.info("daemon.started", {{"name", name_}, {"pid", pid_}});
}

pid_t Child::launch() {
    Pipe ready = make_pipe();
    if (::fcntl(ready.read.get(), F_SETFL, O_NONBLOCK) != 0) {
        throw std::system_error(errno, std::generic_category(), "fcntl");
    }
    const Fd log = open_log_file(household_.home.log(name_));
    const int lifeline = household_.lifeline.read.get();
    const pid_t pid = spawn({.program = find_program(name_),
                             .variables = {variable(ready_fd_variable, ready.write.get()),
                                           variable(lifeline_fd_variable, lifeline)},
                             .keep = {ready.write.get(), lifeline},
                             .output = &log,
                             // Ctrl-C in a terminal is for the supervisor, which tells each once.
                             .session = Session::own});
    ready_ = std::move(ready.read);
    heard_ = {};
    return pid;
}

void Child::restart(Moment now, Moment kill_at) {
    backoff_.reset();
    if (pid_ == 0) {
        start_at_ = now;
    } else {
        ask_to_stop(kill_at);
    }
}

void Child::leave(Moment kill_at) {
    leaving_ = true;
    start_at_.reset();
    if (pid_ != 0) ask_to_stop(kill_at);
}

void Child::ask_to_stop(Moment kill_at) {
    kill_at_ = stage_ == Stage::stopping && kill_at_ ? std::min(*kill_at_, kill_at) : kill_at;
    if (stage_ == Stage::stopping) return;
    stage_ = Stage::stopping;
    // It has not been waited for, so the pid is still its own.
    ::kill(pid_, SIGTERM);
}

void Child::hear() {
    std::array<char, 512> bytes{};
    ssize_t got = 0;
    while ((got = ::read(ready_.get(), bytes.data(), bytes.size())) > 0) {
        heard_.add({bytes.data(), static_cast<std::size_t>(got)});
        if (const auto line = heard_.take()) {
            ready_.reset();
            understand(*line);
            return;
        }
    }
    if (got == 0 || (errno != EAGAIN && errno != EINTR)) ready_.reset();
}

void Child::understand(std::string_view line) {
    if (line == ready_line && stage_ == Stage::starting) {
        stage_ = Stage::ready;
        household_.log.info("daemon.ready", {{"name", name_}, {"pid", pid_}});
        household_.report.ready(name_);
    } else if (line.starts_with(failed_prefix)) {
        why_ = line.substr(failed_prefix.size());
        household_.report.failed(name_, why_);
    } else if (line.starts_with(held_prefix)) {
        why_ = line.substr(held_prefix.size());
        household_.report.held_up(name_, why_);
    }
}

void Child::ended(int wait_status, Moment now) {
    CHECK_INVARIANT(pid_ != 0);
    if (ready_) hear();
    ready_.reset();
    kill_at_.reset();
    if (stage_ == Stage::stopping) {
        household_.log.info("daemon.stopped",
                            {{"name", name_}, {"pid", pid_}, ending_field(wait_status)});
        if (!leaving_) start_at_ = now;
    } else {
        died(wait_status, now);
    }
    pid_ = 0;
    stage_ = Stage::down;
}

void Child::died(int wait_status, Moment now) {
    FamilyLog::Fields fields{{"name", name_}, {"pid", pid_}, ending_field(wait_status)};
    if (!why_.empty()) fields.emplace_back("why", why_);
    if (why_.empty()) household_.report.failed(name_, describe_ending(wait_status));
    retry_later("daemon.died", std::move(fields), now);
}

void Child::retry_later(std::string_view event, FamilyLog::Fields fields, Moment now) {
    const auto wait =
        backoff_.after(std::chrono::duration_cast<std::chrono::milliseconds>(now - started_));
    fields.emplace_back("restart_in_ms", wait.count());
    household_.log.warn(event, fields);
    start_at_ = now + wait;
}

std::optional<Moment> Child::due() const {
    if (start_at_ && kill_at_) return std::min(*start_at_, *kill_at_);
    return start_at_ ? start_at_ : kill_at_;
}

void Child::tick(Moment now) {
    if (kill_at_ && now >= *kill_at_) {
        kill_at_.reset();
        household_.log.warn("daemon.killed", {{"name", name_}, {"pid", pid_}});
        ::kill(pid_, SIGKILL);
    }
    if (start_at_ && now >= *start_at_) start(now);
}

}  // namespace palette::supervisor
