// Lines of logs.
#pragma once

#include "cli/logs/log_lines.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

// A line of base/log_line.hpp's length, each byte of it escaped at worst.
inline constexpr api::TextRule log_text_rule{"LogText", "a line, safe for terminals",
                                             "daemon.ready", 0, 16 * LineBuffer::longest_line};
using LogText = api::Text<log_text_rule>;

// What is shown of a line: what could drive a terminal is escaped.
struct ShownLine {
    api::Word daemon;
    LogText line;
    std::optional<Timestamp> time{};
    std::optional<api::LogLevel> level{};

    static constexpr std::string_view name_of_shape = "LogLine";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ShownLine::daemon>("Whose log it is in"),
            field<&ShownLine::line>("The whole line"),
            field<&ShownLine::time>("When it was written; null when it does not say"),
            field<&ShownLine::level>("How bad it is; null when it does not say"),
        };
    }
};

inline constexpr std::size_t most_log_lines = 100'000;

struct LogPage {
    api::List<ShownLine, 0, most_log_lines> items{};
    std::optional<api::Cursor> next{};  // never: the whole answer is one page

    static constexpr std::string_view name_of_shape = "LogPage";
    static constexpr auto fields() {
        return std::array{
            api::field<&LogPage::items>("The lines, oldest first"),
            api::field<&LogPage::next>("Always null"),
        };
    }
};

[[nodiscard]] ShownLine shown_line(const LogLine& line);

void append_tsv(Tsv& tsv, const ShownLine& line);
extern const Printed printed_log;
// The line as it was written, safe; what is worse than info in color.
[[nodiscard]] std::string text_of(const ShownLine& line, const View& view);
[[nodiscard]] std::string text_of(const LogPage& page, const View& view);

}  // namespace palette::cli
