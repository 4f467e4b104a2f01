// Other people's text, made harmless before it reaches a terminal.
//
// What could drive the terminal, reorder, hide or break the line is shown as a visible escape:
// "\n", "\x1b" for a byte, "\u{202e}" for a code point. That is every control character (C0, DEL,
// C1), invalid byte, line and paragraph separator, format character (bidi overrides, zero-width,
// tags) and other invisible, private or unassigned code point. What scripts and emoji need stays:
// joiners where they join, variation selectors where they vary, marks on a base. A backslash is
// left alone, so the result is for eyes and cannot be read back.
//
// The result is valid UTF-8 and made safe again it is the same.
// Sources: UAX #9 and #31, RFC 5892 appendix A (joiners), UTS #51 (emoji).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace palette::term {

// Code points in one grapheme; those after are escaped, so that no pile of marks climbs over the
// lines around. The longest emoji in use (a kiss with skin tones) has 10.
inline constexpr std::size_t longest_grapheme = 12;

// One line: line ends and tabs are escaped too.
[[nodiscard]] std::string safe_line(std::string_view text);

}  // namespace palette::term
