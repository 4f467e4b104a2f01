// The form of every log line of the family:
//
//     2026-01-31T09:05:00.120Z warn paletted request.refused why="not JSON" bytes=8
//
// A value that is empty or has a blank, a quote, a backslash, `=` or anything beyond ASCII is
// quoted, and escaped as in JSON, so that a line is one line whatever is in it.
#pragma once

#include "base/clock.hpp"

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace palette {

struct LogField {
    std::string_view name;
    std::string value;

    LogField(std::string_view field, std::string text) : name(field), value(std::move(text)) {}
    LogField(std::string_view field, std::string_view text) : name(field), value(text) {}
    LogField(std::string_view field, const char* text) : name(field), value(text) {}
    template <std::integral Number>
    LogField(std::string_view field, Number number) : name(field), value(std::to_string(number)) {}
};

// Without the line's end.
[[nodiscard]] std::string log_line(Timestamp now, std::string_view level, std::string_view program,
                                   std::string_view event, const std::vector<LogField>& fields);

}  // namespace palette
