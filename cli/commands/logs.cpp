#include "cli/commands/logs.hpp"

#include "api/directory.hpp"
#include "base/nearest_word.hpp"
#include "cli/context.hpp"
#include "cli/log_lines.hpp"
#include "cli/render/log.hpp"

#include <poll.h>

#include <algorithm>

namespace palette::cli {

namespace {

// How often files are looked at again under --follow.
constexpr int look_every_ms = 200;

constexpr std::string_view supervisor_log = "palette-supervisor";

std::vector<std::string_view> log_names() {
    std::vector<std::string_view> names{supervisor_log};
    for (const api::Daemon* daemon : api::family)
        names.push_back(daemon->name);
    return names;
}

Result<std::vector<LogTail>> open_logs(Context& context, const std::optional<api::Word>& wanted) {
    const auto names = log_names();
    if (wanted && std::ranges::count(names, wanted->text()) == 0) {
        const auto nearest = nearest_word(wanted->text(), names);
        return refuse(ErrorKind::invalid_argument, "daemon", "no daemon " + wanted->text(),
                      nearest ? "did you mean " + std::string(*nearest) + "?"
                              : "palettectl status lists them");
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

std::string rendered(const LogLine& line, Layout layout, const View& view) {
    switch (layout) {
        case Layout::json:
        case Layout::jsonl:
            return json_of(line) + "\n";
        case Layout::tsv: {
            Tsv tsv;
            append_tsv(tsv, line);
            return tsv.text();
        }
        case Layout::people:
            return text_of(line, view);
    }
    return {};
}

std::string list_json(const std::vector<LogLine>& lines) {
    std::string json = R"({"items":[)";
    for (const LogLine& line : lines)
        json += (json.back() == '[' ? "" : ",") + json_of(line);
    return json + "],\"next\":null}\n";
}

void print_lines(Context& context, const std::vector<LogLine>& lines) {
    for (const LogLine& line : lines)
        context.out().write(rendered(line, context.out().layout(), context.view()));
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
    if (found.size() > lines.value())
        found.erase(found.begin(), found.end() - static_cast<std::ptrdiff_t>(lines.value()));
    if (context.out().layout() == Layout::json && !follow) {
        context.out().write(list_json(found));
        return Exit::done;
    }
    if (found.empty() && !follow) context.advise("nothing is logged here: palettectl up");
    print_lines(context, found);
    while (follow) {
        ::poll(nullptr, 0, look_every_ms);
        print_lines(context, next());
    }
    return Exit::done;
}

}  // namespace palette::cli
