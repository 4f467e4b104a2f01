#include "cli/commands/logs.hpp"

#include "api/directory.hpp"
#include "base/nearest_word.hpp"
#include "base/supervisor.hpp"
#include "cli/logs/log_lines.hpp"
#include "cli/render/log.hpp"
#include "cli/render/print.hpp"

#include <poll.h>

#include <algorithm>

namespace palette::cli {

namespace {

// How often files are looked at again under --follow.
constexpr int look_every_ms = 200;

std::vector<std::string_view> log_names() {
    std::vector<std::string_view> names{supervisor_name};
    for (const api::Daemon* daemon : api::family)
        names.push_back(daemon->name);
    return names;
}

Result<std::vector<LogTail>> open_logs(Context& context, const std::optional<LogName>& wanted) {
    const auto names = log_names();
    if (wanted && std::ranges::count(names, wanted->text()) == 0) {
        return refuse(
            ErrorKind::invalid_argument, "daemon", "no daemon " + wanted->text(),
            did_you_mean(nearest_word(wanted->text(), names), "palettectl status lists them"));
    }
    std::vector<LogTail> logs;
    for (const std::string_view name : names) {
        if (!wanted || wanted->text() == name)
            logs.emplace_back(std::string(name), context.home().log(name));
    }
    return logs;
}

// Lines without a time of their own stay behind the line before them.
std::vector<LogLine> merged(std::vector<LogTail>& logs) {
    std::vector<LogLine> lines;
    for (LogTail& log : logs) {
        std::optional<Timestamp> last;
        for (LogLine& line : log.read()) {
            if (line.time) last = line.time;
            lines.push_back(std::move(line));
            lines.back().sort_time = last.value_or(Timestamp{});
        }
    }
    std::ranges::stable_sort(lines, {}, &LogLine::sort_time);
    return lines;
}

bool is_wanted(const LogLine& line, const Logs& asked, Timestamp now) {
    if (asked.since && line.sort_time < now + -asked.since->length) return false;
    // What is not a line of ours may be a crash: nobody filters that away.
    return !line.level || *line.level >= asked.level;
}

LogPage page_of(const std::vector<LogLine>& lines) {
    LogPage page;
    for (const LogLine& line : lines)
        page.items.push_back(shown_line(line));
    return page;
}

void print_lines(Context& context, const std::vector<LogLine>& lines) {
    for (const LogLine& line : lines)
        print(context, shown_line(line));
    context.out().flush();
}

}  // namespace

Result<Exit> Logs::run(Context& context) const {
    auto logs = open_logs(context, daemon);
    if (!logs) return refuse(std::move(logs.error()));
    const auto next = [&] {
        auto found = merged(*logs);
        std::erase_if(found, [&](const LogLine& line) {
            return !is_wanted(line, *this, context.clock().now());
        });
        return found;
    };
    auto found = next();
    const bool holds_others = found.empty() && std::ranges::any_of(*logs, &LogTail::has_read);
    if (found.size() > lines.value())
        found.erase(found.begin(), found.end() - static_cast<std::ptrdiff_t>(lines.value()));
    if (!follow) {
        print_page(context, page_of(found),
                   holds_others ? "no line of the log is as --level and --since ask"
                                : "nothing is logged here: palettectl up");
        return Exit::done;
    }
    print_lines(context, found);
    while (true) {
        ::poll(nullptr, 0, look_every_ms);
        print_lines(context, next());
    }
}

}  // namespace palette::cli
