#include "cli/commands/family.hpp"

#include "api/user.hpp"
#include "cli/family/ask_status.hpp"
#include "cli/family/family.hpp"
#include "cli/render/print.hpp"
#include "cli/render/status.hpp"
#include "cli/render/user.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace palette::cli {

namespace {

// How often a family that is starting is asked again.
constexpr std::chrono::milliseconds ask_again{100};

// What is heard while a family starts, for whoever waits.
struct Heard {
    Context& context;

    void operator()(const FamilyStarted& news) const {
        context.remark("the supervisor runs as pid " + std::to_string(news.supervisor));
    }
    void operator()(const FamilyHeld& news) const {
        context.remark("a family runs already, its supervisor is pid " +
                       std::to_string(news.supervisor));
    }
    void operator()(const DaemonReady& news) const { context.remark(news.name + " answers"); }
    void operator()(const DaemonFailed& news) const {
        context.remark(news.name + " failed: " + news.why);
    }
};

// A family that runs already may have a daemon that is being started again just now.
FamilyStatus wait_until_all_answer(Context& context) {
    const auto until = std::chrono::steady_clock::now() + context.options().timeout.length;
    FamilyStatus status = ask_status(context);
    while (!all_answer(status) && std::chrono::steady_clock::now() < until) {
        ::poll(nullptr, 0, static_cast<int>(ask_again.count()));
        status = ask_status(context);
    }
    return status;
}

Error not_ready(const FamilyStatus& status) {
    std::string silent;
    for (const DaemonStatus& daemon : status.items) {
        if (answers(daemon.state)) continue;
        silent += (silent.empty() ? "" : ", ") + daemon.name.text() + " is " +
                  std::string(api::word_of(daemon.state));
    }
    return {.kind = ErrorKind::unavailable,
            .message = silent,
            .hint = "palettectl logs says why, and up --restart tries again at once"};
}

Error failed_start(const FamilyStart& start) {
    std::string failed;
    for (const DaemonFailed& one : start.failed)
        failed += (failed.empty() ? "" : "; ") + one.name + " failed: " + one.why;
    return {.kind = ErrorKind::unavailable, .message = failed, .hint = "palettectl logs says more"};
}

Hear heard_in(Context& context) {
    return [&context](const FamilyNews& news) { std::visit(Heard{context}, news); };
}

// What `up` prints at the end of a start.
Result<Exit> tell(Context& context, const Result<FamilyStart>& start) {
    if (!start) return refuse(start.error());
    if (!start->failed.empty()) return refuse(failed_start(*start));
    const FamilyStatus status = wait_until_all_answer(context);
    if (!all_answer(status)) return refuse(not_ready(status));
    if (start->kind == FamilyStart::Kind::running_already)
        context.note("the family is running already");
    confirm_page(context, status);
    return Exit::done;
}

// This process becomes the supervisor; a child of it tells how the start went, and ends.
Result<Exit> start_in_foreground(Context& context) {
    Pipe news = make_pipe();
    const pid_t teller = ::fork();
    if (teller < 0) throw std::system_error(errno, std::generic_category(), "fork");
    if (teller > 0) become_supervisor(news.write);
    news.write.reset();
    return tell(context, hear_start(std::move(news.read), heard_in(context)));
}

}  // namespace

Result<Exit> Up::run(Context& context) const {
    if (restart) {
        const auto stopped = stop_family(context.home(), default_drain);
        if (!stopped) return refuse(stopped.error());
    }
    if (foreground && !family_pid(context.home())) return start_in_foreground(context);
    return tell(context, start_family(context.home(), heard_in(context)));
}

Result<Exit> Down::run(Context& context) const {
    if (timeout.length > longest_drain) {
        return refuse(
            ErrorKind::invalid_argument, "timeout",
            "--timeout: expected at most " + std::to_string(longest_drain.count() / 60'000) + "m");
    }
    const auto stopped = stop_family(context.home(), timeout.length);
    if (!stopped) return refuse(stopped.error());
    const bool changed = *stopped == FamilyStop::stopped;
    if (!changed) context.note("the family was not running");
    if (changed || context.out().layout() != Layout::people)
        confirm(context, api::Changed{.changed = changed});
    return Exit::done;
}

Result<Exit> Status::run(Context& context) const {
    const FamilyStatus status = ask_status(context);
    if (long_ && context.out().layout() == Layout::people) {
        context.out().write(long_text(status, context.view()));
    } else {
        print_page(context, status, "");
    }
    if (all_ready(status)) return Exit::done;
    return all_down(status) ? Exit::not_found : Exit::no;
}

}  // namespace palette::cli
