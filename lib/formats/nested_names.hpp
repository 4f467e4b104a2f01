// Names of colors that stand in groups within groups.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace palette::formats {

// Groups in groups in ...
inline constexpr std::size_t most_depth = 64;

// The keys on the way to a color, its own last. Views of the file.
using KeyPath = std::vector<std::string_view>;

// "blue-500" of blue, 500. The groups that all of them are in say nothing and are left off; what is
// longer than a palette would keep is cut.
[[nodiscard]] std::vector<std::string> nested_names(const std::vector<KeyPath>& paths);

}  // namespace palette::formats
