// UUID version 7: 48 bits of milliseconds, then randomness, so that new ones sort last.
// Source: RFC 9562, section 5.7.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palette {

struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    friend auto operator<=>(const Uuid&, const Uuid&) = default;
};

[[nodiscard]] Uuid make_uuid7(Timestamp now, Random& random);
// The moment that one of version 7 begins with; none for other versions.
[[nodiscard]] std::optional<Timestamp> made_at(const Uuid& id);
// Lower case with hyphens, 36 characters.
[[nodiscard]] std::string to_string(const Uuid& id);
// Reads the same form, upper case too; any version.
[[nodiscard]] std::optional<Uuid> parse_uuid(std::string_view text);

}  // namespace palette
