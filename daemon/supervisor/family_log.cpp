#include "supervisor/family_log.hpp"

#include "base/supervisor.hpp"

#include <unistd.h>

namespace palette::supervisor {

void FamilyLog::info(std::string_view event, const Fields& fields) const {
    write("info", event, fields);
}

void FamilyLog::warn(std::string_view event, const Fields& fields) const {
    write("warn", event, fields);
}

void FamilyLog::error(std::string_view event, const Fields& fields) const {
    write("error", event, fields);
}

void FamilyLog::write(std::string_view level, std::string_view event, const Fields& fields) const {
    const std::string line = log_line(clock_.now(), level, supervisor_name, event, fields) + "\n";
    // In one piece, so that lines of two processes do not mix. A log that cannot be written must
    // not stop the family, and there is nowhere left to say so.
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace palette::supervisor
