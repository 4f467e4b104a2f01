#include "cli/render/moment.hpp"

#include <array>
#include <ctime>
#include <optional>

namespace palette::cli {

namespace {

std::optional<std::tm> local_time(Timestamp at) {
    const std::time_t seconds = at.ms / 1000;
    std::tm local{};
    if (::localtime_r(&seconds, &local) == nullptr) return std::nullopt;
    return local;
}

}  // namespace

std::string moment_text(Timestamp at, Timestamp now) {
    const auto then = local_time(at);
    const auto today = local_time(now);
    if (!then || !today) return rfc3339(at);
    const bool is_today = then->tm_year == today->tm_year && then->tm_yday == today->tm_yday;
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(),
                                       is_today ? "%H:%M:%S" : "%Y-%m-%d %H:%M:%S", &*then)};
}

}  // namespace palette::cli
