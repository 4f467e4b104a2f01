// Names as the formats of Adobe have them: UTF-16, the higher byte first. Source: RFC 2781.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace palette::formats {

// As UTF-8, up to the first 0. A surrogate without its other half becomes U+FFFD; a last byte
// without a second is left out.
[[nodiscard]] std::string from_utf16(std::string_view bytes);

// Two bytes a unit, without a 0 at the end; of valid UTF-8, up to its first 0. At most
// `most_units`: what is longer is cut between characters.
[[nodiscard]] std::string to_utf16(std::string_view text, std::size_t most_units);

}  // namespace palette::formats
