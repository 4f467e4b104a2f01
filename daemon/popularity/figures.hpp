// What is counted of a palette, and the hours and windows in which it is.
#pragma once

#include "base/clock.hpp"

#include <cstdint>
#include <tuple>

namespace palette::popularity {

// Hours since 1970-01-01T00:00Z.
using Hour = std::uint32_t;
inline constexpr std::int64_t ms_an_hour = 3'600'000;
inline constexpr Hour hours_a_day = 24;

[[nodiscard]] constexpr Hour hour_of(Timestamp at) {
    return at.ms < 0 ? 0 : static_cast<Hour>(at.ms / ms_an_hour);
}
[[nodiscard]] constexpr Timestamp begin_of(Hour hour) {
    return {static_cast<std::int64_t>(hour) * ms_an_hour};
}
// Days in UTC, counted as hours are.
[[nodiscard]] constexpr std::uint32_t day_of(Hour hour) {
    return hour / hours_a_day;
}

// The windows that end, by the hours before the running one.
inline constexpr Hour day_hours = 24;
inline constexpr Hour week_hours = 168;
inline constexpr Hour month_hours = 720;

// Counts, or changes of counts.
struct Figures {
    std::int64_t likes = 0;
    std::int64_t views = 0;
    std::int64_t stars = 0;
    std::int64_t ratings = 0;

    static constexpr auto members =
        std::tuple{&Figures::likes, &Figures::views, &Figures::stars, &Figures::ratings};

    constexpr Figures& operator+=(const Figures& other) {
        likes += other.likes;
        views += other.views;
        stars += other.stars;
        ratings += other.ratings;
        return *this;
    }
    [[nodiscard]] constexpr Figures operator-() const { return {-likes, -views, -stars, -ratings}; }
    friend constexpr bool operator==(const Figures&, const Figures&) = default;
};
inline constexpr Figures one_like{.likes = 1};
inline constexpr Figures one_view{.views = 1};
[[nodiscard]] constexpr Figures rating_of(std::uint8_t stars) {
    return stars == 0 ? Figures{} : Figures{.stars = stars, .ratings = 1};
}

}  // namespace palette::popularity
