// Colors as terminals have them in their files. Source: X(7), section COLOR NAMES, and
// kitty.conf(5), which takes the same names.
#pragma once

#include "formats/record.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace palette::formats {

// What a lone digit is in #rgb: f is ff to most, and f0 to X11, to which it is the higher one.
enum class LoneDigit : std::uint8_t { doubled, higher };

// Colors as terminals write them: # and one to four digits for each part, 0xrrggbb, rgb:rr/gg/bb
// and rgba:rr/gg/bb/aa of X11 with one to four digits each, and the names of X11: gray90, and those
// of CSS, of which green, gray, maroon and purple are other colors there.
[[nodiscard]] std::optional<color::Color> terminal_color(std::string_view text,
                                                         LoneDigit lone = LoneDigit::doubled);

// Whether it could be the name of a color, known here or not.
[[nodiscard]] bool is_like_name(std::string_view text);

// Says in the record that so many colors had such a name.
void remark_unknown_names(std::size_t number, Record& record);

}  // namespace palette::formats
