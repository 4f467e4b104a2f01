// The version of the whole family.
#pragma once

#include <string_view>

namespace palette::service {

inline constexpr std::string_view version = PALETTE_VERSION;

}  // namespace palette::service
