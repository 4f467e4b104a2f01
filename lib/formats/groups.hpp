// Headings over colors, in formats that have such.
#pragma once

#include "formats/record.hpp"

#include <string_view>
#include <vector>

namespace palette::formats {

// For readers: a group that all colors are in says what the whole is, so it is the title where
// there is no other.
void name_by_only_group(Record& record);

// For writers, the group of each color, views into the record: what the record says; where it says
// nothing, the roles that two colors and more share. Where all are in the same, or in none, that
// group is named by the title. Empty: in none.
[[nodiscard]] std::vector<std::string_view> groups_to_write(const Record& record);

}  // namespace palette::formats
