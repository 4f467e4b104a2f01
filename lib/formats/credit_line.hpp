// What comments of written files say of a palette.
#pragma once

#include "formats/record.hpp"

#include <string>
#include <string_view>

namespace palette::formats {

// "Sea Glass, alice/sea-glass; Ann; CC0": title, reference and credit, as far as there are any. One
// line without control characters.
[[nodiscard]] std::string credit_line(const Record& record);

// The text with a blank inside of each `mark`, "*/" for one, so that it is none any more.
[[nodiscard]] std::string without_mark(std::string_view text, std::string_view mark);

// The text with a blank for each control character and each end of a line, as on_one_line takes
// them: it can end no comment and no text in quotes.
[[nodiscard]] std::string without_controls(std::string_view text);

}  // namespace palette::formats
