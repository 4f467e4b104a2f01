// Decimal<rule>: a number with two decimals, such as a mean of stars, kept as whole hundredths so
// that what is written is read back. On the wire it is a JSON number: 4.25.
#pragma once

#include "api/unset.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace palette::api {

inline constexpr std::int64_t hundredths_in_one = 100;

// Numbers are hundredths.
struct DecimalRule {
    std::string_view name;
    std::string_view meaning;
    std::int64_t example = hundredths_in_one;
    std::int64_t least = 0;
    std::int64_t greatest = 0;
};

template <const DecimalRule& rule>
class Decimal {
  public:
    explicit constexpr Decimal(Blank) {}

    [[nodiscard]] static constexpr std::optional<Decimal> from_hundredths(std::int64_t number) {
        if (number < rule.least || number > rule.greatest) return std::nullopt;
        Decimal made{Blank{}};
        made.hundredths_ = number;
        return made;
    }
    // The mean of `count` numbers that sum up to `sum`, rounded half up. None of no numbers.
    [[nodiscard]] static constexpr std::optional<Decimal> mean(std::uint64_t sum,
                                                               std::uint64_t count) {
        if (count == 0) return std::nullopt;
        return from_hundredths(
            static_cast<std::int64_t>((2 * hundredths_in_one * sum + count) / (2 * count)));
    }

    [[nodiscard]] constexpr std::int64_t hundredths() const { return hundredths_; }
    [[nodiscard]] static constexpr const DecimalRule& the_rule() { return rule; }

    friend constexpr auto operator<=>(Decimal, Decimal) = default;

  private:
    std::int64_t hundredths_ = rule.least;
};

}  // namespace palette::api
