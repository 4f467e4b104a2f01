// Where consumers keep their cursors, for the list of a store's tables.
#pragma once

#include <string_view>

namespace palette::outbox {

inline constexpr std::string_view consumer_table = "consumer";

}  // namespace palette::outbox
