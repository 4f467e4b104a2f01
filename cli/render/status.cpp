#include "cli/render/status.hpp"

#include "term/relative_time.hpp"
#include "term/safe_text.hpp"
#include "term/table.hpp"

#include <array>
#include <cstdio>

namespace palette::cli {

namespace {

std::string pid_text(const DaemonStatus& status) {
    return status.pid ? std::to_string(status.pid->number()) : "-";
}

std::string_view version_text(const DaemonStatus& status) {
    return status.version ? std::string_view(status.version->text()) : "-";
}

// Near the ANSI colors, so that terminals of 16 show them as they are meant.
constexpr color::Color good{0x00, 0xb0, 0x00};
constexpr color::Color bad{0xcd, 0x00, 0x00};

std::string seen_text(const std::optional<Timestamp>& at, const View& view) {
    return at ? term::relative_time(*at, view.now) : "-";
}

std::string sources_text(const api::LogStatus& log, const View& view) {
    using term::Cell;
    term::Table table({{.heading = "SOURCE"},
                       {.heading = "HANDED OVER", .align = term::Align::right},
                       {.heading = "LAG", .align = term::Align::right},
                       {.heading = "SEEN", .leaves = 1}});
    for (const api::SourceStatus& source : log.sources) {
        table.add({Cell(source.source.text()), Cell(std::to_string(source.sequence.number())),
                   Cell(std::to_string(source.lag.number())),
                   Cell(seen_text(source.seen_at, view), view.painter.dim())});
    }
    return table.render(view.painter, view.columns);
}

std::string consumers_text(const api::LogStatus& log, const View& view) {
    using term::Cell;
    term::Table table({{.heading = "CONSUMER"},
                       {.heading = "READ", .align = term::Align::right},
                       {.heading = "LAG", .align = term::Align::right},
                       {.heading = "SEEN", .leaves = 1}});
    for (const api::ConsumerStatus& consumer : log.consumers) {
        table.add({Cell(consumer.name.text()), Cell(std::to_string(consumer.offset.number())),
                   Cell(consumer.lost ? "lost" : std::to_string(consumer.lag.number())),
                   Cell(seen_text(consumer.seen_at, view), view.painter.dim())});
    }
    return table.render(view.painter, view.columns);
}

}  // namespace

std::string span_text(std::uint64_t seconds) {
    constexpr std::uint64_t minute = 60;
    constexpr std::uint64_t hour = 60 * minute;
    constexpr std::uint64_t day = 24 * hour;
    if (seconds < minute) return std::to_string(seconds) + " s";
    if (seconds < hour) return std::to_string(seconds / minute) + " min";
    if (seconds >= 2 * day) return std::to_string(seconds / day) + " days";
    return std::to_string(seconds / hour) + " h " + std::to_string(seconds % hour / minute) +
           " min";
}

std::string size_text(std::uint64_t bytes) {
    constexpr std::array<std::string_view, 4> units{"KiB", "MiB", "GiB", "TiB"};
    constexpr std::uint64_t step = 1024;
    if (bytes < step) return std::to_string(bytes) + " B";
    double size = static_cast<double>(bytes) / step;
    std::size_t unit = 0;
    for (; size >= step && unit + 1 < units.size(); ++unit)
        size /= step;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f ", size);
    return text.data() + std::string(units.at(unit));
}

constexpr std::array<Column, 10> status_columns{{{"name"},
                                                 {"state"},
                                                 {"pid", "- for none"},
                                                 {"version", "likewise"},
                                                 {"uptime_s"},
                                                 {"requests"},
                                                 {"store_bytes"},
                                                 {"refused"},
                                                 {"parked"},
                                                 {"problem"}}};
const Printed printed_status{.shape = &api::shape_of<FamilyStatus>, .columns = status_columns};

void append_tsv(Tsv& tsv, const DaemonStatus& status) {
    tsv.line(status_columns, status.name.text(), api::word_of(status.state), pid_text(status),
             version_text(status), std::to_string(status.uptime_s.number()),
             std::to_string(status.requests.number()), std::to_string(status.store_bytes.number()),
             std::to_string(status.refused.number()), std::to_string(status.parked.number()),
             status.problem ? status.problem->text() : "");
}

std::string text_of(const FamilyStatus& status, const View& view) {
    using term::Cell;
    term::Table table({{.heading = "NAME"},
                       {.heading = "STATE", .least_columns = 8},
                       {.heading = "PID", .align = term::Align::right, .leaves = 6},
                       {.heading = "VERSION", .leaves = 2},
                       {.heading = "UP", .align = term::Align::right, .leaves = 5},
                       {.heading = "REQUESTS", .align = term::Align::right, .leaves = 4},
                       {.heading = "STORE", .align = term::Align::right, .leaves = 3},
                       {.heading = "REFUSED", .align = term::Align::right, .leaves = 1}});
    for (const DaemonStatus& daemon : status.items) {
        const bool is_ready = daemon.state == DaemonState::ready;
        table.add({Cell(daemon.name.text()),
                   Cell(api::word_of(daemon.state), view.painter.foreground(is_ready ? good : bad)),
                   Cell(pid_text(daemon)), Cell(version_text(daemon)),
                   Cell(daemon.version ? span_text(daemon.uptime_s.value()) : "-"),
                   Cell(std::to_string(daemon.requests.number())),
                   Cell(size_text(daemon.store_bytes.value())),
                   Cell(std::to_string(daemon.refused.number()))});
    }
    std::string text = table.render(view.painter, view.columns);
    for (const DaemonStatus& daemon : status.items) {
        if (daemon.problem)
            text += daemon.name.text() + ": " + term::safe_line(daemon.problem->text()) + "\n";
    }
    return text;
}

std::string long_text(const FamilyStatus& status, const View& view) {
    std::string text = text_of(status, view);
    if (!status.log) return text;
    const api::LogStatus& log = *status.log;
    text += "\nevents " + std::to_string(log.first.number()) + " to " +
            std::to_string(log.head.number()) + " are kept, " + size_text(log.bytes.value()) + "\n";
    if (!log.sources.empty()) text += "\n" + sources_text(log, view);
    if (!log.consumers.empty()) text += "\n" + consumers_text(log, view);
    return text;
}

}  // namespace palette::cli
