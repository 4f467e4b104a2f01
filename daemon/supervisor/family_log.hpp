// The supervisor's own log: one event a line on stderr, which `palettectl up` has pointed at its
// file (base/log_line.hpp has the form).
#pragma once

#include "base/log_line.hpp"

#include <string_view>
#include <vector>

namespace palette::supervisor {

class FamilyLog {
  public:
    // Borrows the clock.
    explicit FamilyLog(const Clock& clock) : clock_(clock) {}

    using Fields = std::vector<LogField>;
    void info(std::string_view event, const Fields& fields = {}) const;
    void warn(std::string_view event, const Fields& fields = {}) const;
    void error(std::string_view event, const Fields& fields = {}) const;

  private:
    void write(std::string_view level, std::string_view event, const Fields& fields) const;

    const Clock& clock_;
};

}  // namespace palette::supervisor
