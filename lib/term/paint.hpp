// Colors and weights as the terminal's depth allows: every method answers with the sequence to
// print, which is empty where the depth is none. Alpha is not shown.
// Source: ECMA-48, section 8.3.117 (SGR); ITU-T T.416 for 38 and 48 with semicolons, as xterm.
#pragma once

#include "color/color.hpp"
#include "term/capability.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace palette::term {

// How things are shown: drawn, for eyes; or told in plain words, for ears, for braille and for who
// sees no colors: no swatches, no columns, and every color by its hex and its name.
enum class Manner : std::uint8_t { drawn, plain };

// Text that holds sequences of ours, with the columns it takes on the screen.
struct Painted {
    std::string text;
    std::size_t columns = 0;
};

class Painter {
  public:
    explicit Painter(Depth depth, Manner manner = Manner::drawn)
        : depth_(manner == Manner::plain ? Depth::none : depth), manner_(manner) {}

    [[nodiscard]] Depth depth() const { return depth_; }
    [[nodiscard]] bool paints() const { return depth_ != Depth::none; }
    [[nodiscard]] bool is_plain() const { return manner_ == Manner::plain; }

    [[nodiscard]] std::string foreground(color::Color color) const;
    [[nodiscard]] std::string background(color::Color color) const;
    [[nodiscard]] std::string bold() const { return sequence("1"); }
    [[nodiscard]] std::string dim() const { return sequence("2"); }
    // Ends all of the above.
    [[nodiscard]] std::string reset() const { return sequence("0"); }

    // The text between the style, which is one or more of the sequences above, and a reset; just
    // the text when the style is empty.
    [[nodiscard]] std::string styled(std::string_view style, std::string_view text) const;

  private:
    [[nodiscard]] std::string sequence(std::string_view parameters) const;

    Depth depth_;
    Manner manner_;
};

}  // namespace palette::term
