#include "cli/render/log.hpp"

#include "term/safe_text.hpp"

namespace palette::cli {

namespace {

// Near the ANSI colors, so that terminals of 16 show them as they are meant.
constexpr color::Color warn_color{0xcd, 0xcd, 0x00};
constexpr color::Color error_color{0xcd, 0x00, 0x00};

std::string style_of(const ShownLine& line, const term::Painter& painter) {
    if (line.level == api::LogLevel::error) return painter.foreground(error_color);
    if (line.level == api::LogLevel::warn) return painter.foreground(warn_color);
    return line.level == api::LogLevel::debug ? painter.dim() : std::string();
}

}  // namespace

ShownLine shown_line(const LogLine& line) {
    return {.daemon = api::Word::from(line.daemon).value(),
            .line = LogText::from(term::safe_line(line.text)).value_or(LogText("")),
            .time = line.time,
            .level = line.level};
}

constexpr std::array<Column, 4> log_columns{
    {{"daemon"}, {"time", "empty: the line has none"}, {"level", "likewise"}, {"line"}}};
const Printed printed_log{.shape = &api::shape_of<LogPage>, .columns = log_columns};

void append_tsv(Tsv& tsv, const ShownLine& line) {
    tsv.line(log_columns, line.daemon.text(), line.time ? rfc3339(*line.time) : "",
             line.level ? api::word_of(*line.level) : "", line.line.text());
}

std::string text_of(const ShownLine& line, const View& view) {
    // Of a line that is not ours nobody could tell whose it is.
    const std::string whose = line.time ? "" : line.daemon.text() + ": ";
    return view.painter.styled(style_of(line, view.painter), whose + line.line.text()) + "\n";
}

std::string text_of(const LogPage& page, const View& view) {
    std::string lines;
    for (const ShownLine& line : page.items)
        lines += text_of(line, view);
    return lines;
}

}  // namespace palette::cli
