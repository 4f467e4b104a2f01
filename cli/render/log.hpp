// Lines of logs.
#pragma once

#include "cli/log_lines.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

// daemon, time (empty: the line has none), level (likewise), line
void append_tsv(Tsv& tsv, const LogLine& line);
// The line as it was written, safe; what is worse than info in color.
[[nodiscard]] std::string text_of(const LogLine& line, const View& view);
// {"daemon","time","level","line"}
[[nodiscard]] std::string json_of(const LogLine& line);

}  // namespace palette::cli
