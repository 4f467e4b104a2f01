#include "term/relative_time.hpp"

#include <array>
#include <string_view>

namespace palette::term {

namespace {

struct Unit {
    std::chrono::seconds length;
    std::string_view one;
    std::string_view many;
};

using namespace std::chrono_literals;

// Months and years as long as they are on average in the Gregorian calendar.
constexpr std::array units{Unit{std::chrono::years(1), "year", "years"},
                           Unit{std::chrono::months(1), "month", "months"},
                           Unit{std::chrono::days(1), "day", "days"},
                           Unit{1h, "hour", "hours"},
                           Unit{1min, "min", "min"},
                           Unit{1s, "s", "s"}};

constexpr std::chrono::seconds hardly_any = 5s;

std::string in_one_unit(std::chrono::milliseconds span) {
    for (const Unit& unit : units) {
        const auto count = span / unit.length;
        if (count == 0) continue;
        return std::to_string(count) + ' ' + std::string(count == 1 ? unit.one : unit.many);
    }
    return "0 s";
}

}  // namespace

std::string relative_time(Timestamp at, Timestamp now) {
    const auto since = now - at;
    if (std::chrono::abs(since) < hardly_any) return "just now";
    return since.count() > 0 ? in_one_unit(since) + " ago" : "in " + in_one_unit(-since);
}

}  // namespace palette::term
