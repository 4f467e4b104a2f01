#include "supervisor/family.hpp"

#include "api/directory.hpp"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace palette::supervisor {

namespace {

Moment moment() {
    return std::chrono::steady_clock::now();
}

// Rounded up: waking a moment too early would turn the rest of the wait into a busy loop.
int poll_timeout(std::optional<Moment> due) {
    constexpr int for_ever = -1;
    if (!due) return for_ever;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due - moment());
    return static_cast<int>(std::max<std::chrono::milliseconds::rep>(0, left.count()));
}

std::optional<Moment> earlier(std::optional<Moment> a, std::optional<Moment> b) {
    if (a && b) return std::min(*a, *b);
    return a ? a : b;
}

}  // namespace

Family::Family(const Home& home, const FamilyLog& log, Report& report, Signals& signals,
               std::chrono::milliseconds drain)
    : log_(log), report_(report), signals_(signals), drain_(drain), lifeline_(make_pipe()) {
    children_.reserve(api::family.size());
    for (const api::Daemon* daemon : api::family) {
        children_.emplace_back(std::string(daemon->name), Household{home, log, report, lifeline_});
    }
}

void Family::run() {
    std::vector<std::string> names;
    names.reserve(children_.size());
    for (const Child& child : children_)
        names.push_back(child.name());
    report_.started(::getpid(), names, moment());
    log_.info("family.started", {{"pid", ::getpid()}});
    for (Child& child : children_)
        child.start(moment());
    while (!gone()) {
        sleep();
        obey_signals();
        const Moment now = moment();
        for (Child& child : children_)
            child.tick(now);
        report_.tick(now);
        roll_on(now);
    }
    log_.info("family.stopped");
}

bool Family::gone() const {
    return std::ranges::all_of(children_, &Child::gone);
}

void Family::sleep() {
    std::vector<pollfd> watched{{signals_.fd(), POLLIN, 0}};
    // poll passes over a descriptor of -1, which is what a child that has spoken gives.
    for (const Child& child : children_)
        watched.push_back({child.ready_fd(), POLLIN, 0});
    if (::poll(watched.data(), watched.size(), poll_timeout(due())) < 0 && errno != EINTR) {
        throw std::system_error(errno, std::generic_category(), "poll");
    }
    for (std::size_t i = 0; i < children_.size(); ++i) {
        if (watched[i + 1].revents != 0) children_[i].hear();
    }
}

std::optional<Moment> Family::due() const {
    std::optional<Moment> first = report_.due();
    for (const Child& child : children_)
        first = earlier(first, child.due());
    return rolling_ ? earlier(first, rolling_->until) : first;
}

void Family::obey_signals() {
    while (const auto told = signals_.next())
        obey(*told);
}

void Family::obey(Told told) {
    switch (told) {
        case Told::stop:
            stop(moment() + drain_);
            break;
        case Told::stop_now:
            stop(moment());
            break;
        case Told::restart:
            if (!rolling_ && !stopping_) roll_to(0, moment());
            break;
        case Told::child_ended:
            reap();
            break;
    }
}

void Family::reap() {
    int wait_status = 0;
    // Any child: as the first process of a container it also inherits strangers.
    while (const pid_t pid = ::waitpid(-1, &wait_status, WNOHANG)) {
        if (pid < 0) return;
        const auto child = std::ranges::find(children_, pid, &Child::pid);
        if (child != children_.end()) child->ended(wait_status, moment());
    }
}

void Family::stop(Moment kill_at) {
    if (!stopping_) log_.info("family.stopping");
    stopping_ = true;
    rolling_.reset();
    report_.give_up("the family was stopped");
    for (Child& child : children_)
        child.leave(kill_at);
}

void Family::roll_to(std::size_t child, Moment now) {
    if (child == children_.size()) {
        rolling_.reset();
        log_.info("family.restarted");
        return;
    }
    // Nobody waits at a restart who could cut it short, as `down` does with a stop.
    const auto drain = std::min(drain_, default_drain);
    rolling_ = Rolling{child, now + drain + Report::patience};
    children_[child].restart(now, now + drain);
}

void Family::roll_on(Moment now) {
    if (!rolling_) return;
    const Child& child = children_[rolling_->child];
    if (child.ready()) {
        roll_to(rolling_->child + 1, now);
    } else if (now >= rolling_->until) {
        // The others still run what worked.
        log_.error("family.restart_given_up", {{"name", child.name()}});
        rolling_.reset();
    }
}

}  // namespace palette::supervisor
