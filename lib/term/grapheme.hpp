// What a person takes for one character: a base with its marks, a joined emoji, a flag.
// Source: UAX #29 (extended grapheme clusters), Unicode 15.
#pragma once

#include <cstddef>
#include <string_view>

namespace palette::term {

struct Grapheme {
    std::string_view text;    // a piece of the text asked about
    std::size_t columns = 0;  // 0, 1 or 2
};

// The grapheme at the beginning of a text that is not empty. An invalid byte is one of its own, a
// column wide.
//
// Width is the widest of its code points (UAX #11); two for a flag and where variation selector 16
// asks for an emoji, as terminals that know graphemes do.
[[nodiscard]] Grapheme first_grapheme(std::string_view text);

}  // namespace palette::term
