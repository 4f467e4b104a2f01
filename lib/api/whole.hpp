// Whole<rule>: an integer within bounds. `Limit limit = 5000;` does not compile.
#pragma once

#include "api/unset.hpp"

#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace palette::api {

struct WholeRule {
    std::string_view name;
    std::string_view meaning;
    std::int64_t example = 1;
    std::int64_t least = 0;
    std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
};

template <const WholeRule& rule>
class Whole {
  public:
    template <std::integral Number>
    consteval Whole(Number number) : number_(number) {  // NOLINT(google-explicit-constructor)
        if (number_ < rule.least || number_ > rule.greatest) throw "the number breaks its rule";
    }
    explicit constexpr Whole(Blank) {}

    [[nodiscard]] static constexpr std::optional<Whole> from(std::int64_t number) {
        if (number < rule.least || number > rule.greatest) return std::nullopt;
        Whole made{Blank{}};
        made.number_ = number;
        return made;
    }
    // For a number that is known to keep the rule, such as a count of ours; clamped if it does not.
    [[nodiscard]] static constexpr Whole clamped(std::uint64_t number) {
        Whole made{Blank{}};
        const auto greatest = static_cast<std::uint64_t>(rule.greatest);
        made.number_ = static_cast<std::int64_t>(number < greatest ? number : greatest);
        if (made.number_ < rule.least) made.number_ = rule.least;
        return made;
    }

    [[nodiscard]] constexpr std::int64_t number() const { return number_; }
    [[nodiscard]] constexpr std::uint64_t value() const {
        return static_cast<std::uint64_t>(number_);
    }
    [[nodiscard]] static constexpr const WholeRule& the_rule() { return rule; }

    friend constexpr auto operator<=>(Whole, Whole) = default;

  private:
    std::int64_t number_ = rule.least;
};

}  // namespace palette::api
