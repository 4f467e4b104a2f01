// "1 like", "3 likes".
#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace palette {

template <std::integral Number>
[[nodiscard]] std::string counted(Number count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace palette
