// What a person takes for one character: a base with its marks, a joined emoji, a flag.
// Source: UAX #29 (extended grapheme clusters), Unicode 15.
#pragma once

#include <cstddef>
#include <cstdint>
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

// Finds where graphemes begin in code points that come one by one.
class GraphemeEdges {
  public:
    // Whether c begins a grapheme rather than goes on with the last one.
    [[nodiscard]] bool begins(char32_t c) const;
    void pass(char32_t c);
    // The code point passed last; 0 when there is none.
    [[nodiscard]] char32_t last() const { return last_; }

  private:
    char32_t last_ = 0;
    std::int32_t state_ = 0;  // utf8proc's own
};

}  // namespace palette::term
