#include "term/safe_text.hpp"

#include "base/utf8.hpp"
#include "term/grapheme.hpp"
#include "term/unicode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <utility>

namespace palette::term {

namespace {

constexpr char32_t zero_width_non_joiner = 0x200C;
constexpr char32_t zero_width_joiner = 0x200D;

// The flags that are spelt with tags, the only use of tags in "RGI" emoji: England, Scotland,
// Wales.
constexpr std::array<std::string_view, 3> tagged_flags{
    "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
    "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
    "\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F"};

std::string_view leading_tagged_flag(std::string_view text) {
    const auto begins = [&](std::string_view flag) { return text.starts_with(flag); };
    const auto* found = std::ranges::find_if(tagged_flags, begins);
    return found == tagged_flags.end() ? std::string_view() : *found;
}

// Writes the safe form of one text, remembering of what it wrote just what the rules look back at.
class Writer {
  public:
    std::string write(std::string_view text) {
        out_.reserve(text.size());
        while (!text.empty())
            text.remove_prefix(write_first(text));
        return std::move(out_);
    }

  private:
    // Returns how many bytes of the text are dealt with.
    std::size_t write_first(std::string_view text) {
        const auto point = first_code_point(text);
        if (!point) {
            escape_byte(static_cast<unsigned char>(text.front()));
            return 1;
        }
        if (const auto flag = leading_tagged_flag(text); !flag.empty()) {
            begin_anew();
            out_ += flag;
            return flag.size();
        }
        if (is_allowed(point->value, text.substr(point->bytes))) {
            keep(point->value, text.substr(0, point->bytes));
        } else {
            escape(point->value);
        }
        return point->bytes;
    }

    [[nodiscard]] bool is_allowed(char32_t c, std::string_view rest) const {
        const char32_t last = edges_.last();
        if (c >= 0x20 && c < 0x7F) return true;
        if (is_unshowable(c) || (!edges_.begins(c) && length_ >= longest_grapheme)) return false;
        if (c == zero_width_joiner) return is_virama(last) || joins_emoji(rest);
        if (c == zero_width_non_joiner) return is_virama(last) || parts_arabic(rest);
        if (is_emoji_selector(c)) return varies_as_emoji(last);
        if (is_ideograph_selector(c)) return varies_as_ideograph(last);
        if (is_mark(c) && last == 0) return false;  // it would sit on what stands before the text
        return !is_invisible(c);
    }

    [[nodiscard]] bool joins_emoji(std::string_view rest) const {
        const auto next = first_code_point(rest);
        return after_pictograph_ && length_ + 2 <= longest_grapheme && next &&
               is_pictograph(next->value);
    }

    [[nodiscard]] bool parts_arabic(std::string_view rest) const {
        const auto next = first_code_point(rest);
        return next && is_arabic_letter(edges_.last()) && is_arabic_letter(next->value);
    }

    void keep(char32_t c, std::string_view bytes) {
        length_ = edges_.begins(c) ? 1 : length_ + 1;
        after_pictograph_ = is_pictograph(c) || (after_pictograph_ && is_extender(c));
        edges_.pass(c);
        out_ += bytes;
    }

    void begin_anew() {
        edges_ = {};
        length_ = 0;
        after_pictograph_ = false;
    }

    void keep_ascii(std::string_view text) {
        for (const char& c : text)
            keep(static_cast<unsigned char>(c), {&c, 1});
    }

    void escape(char32_t c) {
        switch (c) {
            case '\n':
                return keep_ascii("\\n");
            case '\r':
                return keep_ascii("\\r");
            case '\t':
                return keep_ascii("\\t");
            default:
                break;
        }
        if (c < 0x80) return escape_byte(static_cast<unsigned char>(c));
        std::array<char, 16> text{};
        static_cast<void>(
            std::snprintf(text.data(), text.size(), "\\u{%x}", static_cast<unsigned>(c)));
        keep_ascii(text.data());
    }

    void escape_byte(unsigned char byte) {
        std::array<char, 8> text{};
        static_cast<void>(
            std::snprintf(text.data(), text.size(), "\\x%02x", static_cast<unsigned>(byte)));
        keep_ascii(text.data());
    }

    std::string out_{};
    GraphemeEdges edges_{};
    std::size_t length_ = 0;  // of the last grapheme, in code points
    bool after_pictograph_ = false;
};

}  // namespace

std::string safe_line(std::string_view text) {
    // Most of what is printed, and there may be a million of it: nothing in it can do harm.
    const auto is_harmless = [](char c) { return c >= ' ' && c <= '~'; };
    if (std::ranges::all_of(text, is_harmless)) return std::string(text);
    return Writer().write(text);
}

}  // namespace palette::term
