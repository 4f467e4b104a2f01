#include "supervisor/event_log.hpp"

#include <unistd.h>

namespace palette::supervisor {

void EventLog::info(std::string_view event, const Fields& fields) const {
    write("info", event, fields);
}

void EventLog::warn(std::string_view event, const Fields& fields) const {
    write("warn", event, fields);
}

void EventLog::error(std::string_view event, const Fields& fields) const {
    write("error", event, fields);
}

void EventLog::write(std::string_view level, std::string_view event, const Fields& fields) const {
    const std::string line = log_line(clock_.now(), level, program_name, event, fields) + "\n";
    // In one piece, so that lines of two processes do not mix. A log that cannot be written must
    // not stop the family, and there is nowhere left to say so.
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace palette::supervisor
