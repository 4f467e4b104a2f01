// From a record of a file to a palette that the registry takes: what is too long is cut, so that
// nothing is lost for a long name; where there is no title, the place it was found at gives one.
#pragma once

#include "formats/record.hpp"

#include <string_view>
#include <vector>

namespace palette::formats {

struct Fitted {
    api::ImportPalette palette;
    std::vector<std::string_view> cut{};  // the members that had to be shortened
};

// "colourlovers-top 3", of the file's name without its suffix and the record's rank or place; the
// name alone where the file is one palette.
[[nodiscard]] std::string title_of_place(std::string_view file_stem, const Record& record,
                                         const Where& where);

// `untitled` is the title of a record that has none.
[[nodiscard]] Fitted fit(const Record& record, std::string_view untitled);

}  // namespace palette::formats
