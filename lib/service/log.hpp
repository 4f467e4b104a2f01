// Structured logs: one event a line on stderr, which the supervisor appends to the daemon's file.
//
//     2026-01-31T09:05:00.120Z info paletted store.opened bytes=8192 schema=1
//
// `error`: someone must act; `warn`: may have to; `info`: life cycle; `debug`: the rest. Values
// from outside are quoted and escaped. Secrets are never given to a log. Any thread.
#pragma once

#include "api/settings.hpp"

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace palette::service {

struct LogField {
    std::string_view name;
    std::string value;

    LogField(std::string_view field, std::string text) : name(field), value(std::move(text)) {}
    LogField(std::string_view field, std::string_view text) : name(field), value(text) {}
    LogField(std::string_view field, const char* text) : name(field), value(text) {}
    template <std::integral Number>
    LogField(std::string_view field, Number number) : name(field), value(std::to_string(number)) {}
};

class Log {
  public:
    Log(std::string_view daemon, api::LogLevel least);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    using Fields = std::initializer_list<LogField>;
    void debug(std::string_view event, Fields fields = {});
    void info(std::string_view event, Fields fields = {});
    void warn(std::string_view event, Fields fields = {});
    void error(std::string_view event, Fields fields = {});

    // A warning that others can provoke: at most most_limited_lines a second of all of them; how
    // many were left out is said with the next one.
    void warn_limited(std::string_view event, Fields fields = {});
    static constexpr int most_limited_lines = 10;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace palette::service
