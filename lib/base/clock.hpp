// Time. A Timestamp is a moment in UTC with milliseconds, the only form in which time is stored,
// sent and shown. Whoever needs the time is handed a Clock, so that tests replay exactly.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palette {

struct Timestamp {
    std::int64_t ms = 0;  // since 1970-01-01T00:00:00Z, leap seconds not counted

    friend constexpr auto operator<=>(Timestamp, Timestamp) = default;
    friend constexpr Timestamp operator+(Timestamp at, std::chrono::milliseconds step) {
        return {at.ms + step.count()};
    }
    friend constexpr std::chrono::milliseconds operator-(Timestamp a, Timestamp b) {
        return std::chrono::milliseconds(a.ms - b.ms);
    }
};

// RFC 3339 in UTC with milliseconds: "2026-01-31T09:05:00.120Z".
[[nodiscard]] std::string rfc3339(Timestamp at);
// Reads exactly the form above, years 1970 to 9999; nothing else.
[[nodiscard]] std::optional<Timestamp> parse_rfc3339(std::string_view text);

// Any thread may ask.
class Clock {
  public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock {
  public:
    [[nodiscard]] Timestamp now() const override;
};

}  // namespace palette
