#include "service/log.hpp"

#include "base/clock.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <mutex>

namespace palette::service {

namespace {

spdlog::level::level_enum spd_level(api::LogLevel level) {
    switch (level) {
        case api::LogLevel::debug:
            return spdlog::level::debug;
        case api::LogLevel::info:
            return spdlog::level::info;
        case api::LogLevel::warn:
            return spdlog::level::warn;
        case api::LogLevel::error:
            return spdlog::level::err;
    }
    return spdlog::level::info;
}

}  // namespace

struct Log::Impl {
    std::string daemon;
    spdlog::logger logger;
    std::mutex mutex;            // guards what is below
    std::int64_t second = 0;     // the second that is being counted
    int lines = 0;               // limited lines in it
    std::uint64_t left_out = 0;  // since the last line

    Impl(std::string_view name, api::LogLevel least)
        : daemon(name), logger(daemon, std::make_shared<spdlog::sinks::stderr_sink_mt>()) {
        logger.set_pattern("%v");
        logger.set_level(spd_level(least));
        logger.flush_on(spdlog::level::debug);
    }

    void write(api::LogLevel level, std::string_view event, const Fields& fields) {
        if (!logger.should_log(spd_level(level))) return;
        const std::string line =
            log_line(SystemClock{}.now(), api::word_of(level), daemon, event, fields);
        logger.log(spd_level(level), line);
    }

    // How many lines were left out before this one; none when it must be left out too.
    std::optional<std::uint64_t> admit() {
        const std::lock_guard guard(mutex);
        const std::int64_t now = SystemClock{}.now().ms / 1'000;
        if (now != second) {
            second = now;
            lines = 0;
        }
        if (++lines > most_limited_lines) {
            ++left_out;
            return std::nullopt;
        }
        return std::exchange(left_out, 0);
    }
};

Log::Log(std::string_view daemon, api::LogLevel least)
    : impl_(std::make_unique<Impl>(daemon, least)) {}

Log::~Log() = default;

void Log::set_least(api::LogLevel least) {
    impl_->logger.set_level(spd_level(least));
}

void Log::debug(std::string_view event, const Fields& fields) {
    impl_->write(api::LogLevel::debug, event, fields);
}

void Log::info(std::string_view event, const Fields& fields) {
    impl_->write(api::LogLevel::info, event, fields);
}

void Log::warn(std::string_view event, const Fields& fields) {
    impl_->write(api::LogLevel::warn, event, fields);
}

void Log::error(std::string_view event, const Fields& fields) {
    impl_->write(api::LogLevel::error, event, fields);
}

void Log::warn_limited(std::string_view event, const Fields& fields) {
    const auto left_out = impl_->admit();
    if (!left_out) return;
    if (*left_out > 0) warn("log.left_out", {{"lines", *left_out}});
    warn(event, fields);
}

}  // namespace palette::service
