// Structured logs: one event a line on stderr, which the supervisor appends to the daemon's file.
//
//     2026-01-31T09:05:00.120Z info paletted daemon.stopping signal=15
//
// `error`: someone must act; `warn`: may have to; `info`: life cycle; `debug`: the rest. Values
// from outside are quoted and escaped. Secrets are never given to a log. Any thread.
#pragma once

#include "api/settings.hpp"
#include "base/log_line.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace palette::service {

class Log {
  public:
    Log(std::string_view daemon, api::LogLevel least);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    // From now on lines below this level are left out.
    void set_least(api::LogLevel least);

    using Fields = std::vector<LogField>;
    void debug(std::string_view event, const Fields& fields = {});
    void info(std::string_view event, const Fields& fields = {});
    void warn(std::string_view event, const Fields& fields = {});
    void error(std::string_view event, const Fields& fields = {});

    // A warning that others can provoke: at most most_limited_lines a second of all of them; how
    // many were left out is said with the next one.
    void warn_limited(std::string_view event, const Fields& fields = {});
    static constexpr int most_limited_lines = 10;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace palette::service
