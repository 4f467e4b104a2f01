// The parts of a reference to a palette: 42, alice/sea-glass or alice/sea-glass@3.
#pragma once

#include "api/names.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace palette::api {

// Views into the reference. Either a number, or an owner and a slug with perhaps a revision.
struct ReferenceParts {
    std::optional<std::uint64_t> id{};
    std::string_view owner{};
    std::string_view slug{};
    std::optional<std::uint64_t> revision{};
};

[[nodiscard]] ReferenceParts parts_of(const PaletteRef& reference);

[[nodiscard]] PaletteRef reference_to(const Username& owner, const Slug& slug);

}  // namespace palette::api
