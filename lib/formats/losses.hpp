// What a file of a format has no place for.
#pragma once

#include "formats/format.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace palette::formats {

// Of a record that was written as `file`, a sentence each: "gpl has no place for the alpha of 2
// colors". Found by reading the file again, so that nobody has to keep a list of what formats hold.
[[nodiscard]] std::vector<std::string> losses(const Format& format, const Record& record,
                                              std::string_view file);

}  // namespace palette::formats
