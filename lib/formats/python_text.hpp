// Text as Python writes it. Source: The Python Language Reference, "String literals".
#pragma once

#include <string>
#include <string_view>

namespace palette::formats {

// What stands between the quotes, UTF-8, with \n, \t, \xHH, \uHHHH, and backslashes and quotes
// behind a backslash as what they are for; other escapes are kept. \xHH is a byte of UTF-8, as it
// is in Python 2, if all of it is UTF-8 then; else a character of Latin 1.
[[nodiscard]] std::string from_python(std::string_view literal);

}  // namespace palette::formats
