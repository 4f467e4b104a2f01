#include "term/safe_text.hpp"

#include "term/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <utility>

namespace palette::term {

namespace {

constexpr char32_t zero_width_non_joiner = 0x200C;
constexpr char32_t zero_width_joiner = 0x200D;
constexpr utf8proc_propval_t virama = 9;  // as a canonical combining class

// The flags that are spelt with tags, the only use of tags in "RGI" emoji: England, Scotland,
// Wales.
constexpr std::array<std::string_view, 3> tagged_flags{
    "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
    "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
    "\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F"};

const utf8proc_property_t& properties(char32_t c) {
    return *utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
}

bool is_printable_ascii(char32_t c) {
    return c >= 0x20 && c < 0x7F;
}

bool is_mark(const utf8proc_property_t& of) {
    return of.category == UTF8PROC_CATEGORY_MN || of.category == UTF8PROC_CATEGORY_MC ||
           of.category == UTF8PROC_CATEGORY_ME;
}

bool is_pictograph(char32_t c) {
    const auto& of = properties(c);
    return of.boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC &&
           of.category != UTF8PROC_CATEGORY_CN;
}

bool is_arabic_letter(char32_t c) {
    const auto& of = properties(c);
    return of.bidi_class == UTF8PROC_BIDI_CLASS_AL && of.category == UTF8PROC_CATEGORY_LO;
}

bool is_emoji_or_text_selector(char32_t c) {
    return c == 0xFE0E || c == 0xFE0F;
}

bool is_ideograph_selector(char32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0D) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool varies_as_emoji(char32_t base) {
    return is_pictograph(base) || base == '#' || base == '*' || (base >= '0' && base <= '9');
}

bool varies_as_ideograph(char32_t base) {
    const auto& of = properties(base);
    return of.category == UTF8PROC_CATEGORY_LO && of.charwidth == 2;
}

// Whether code points of the category are never shown as themselves.
bool is_unshowable(utf8proc_propval_t category) {
    switch (category) {
        case UTF8PROC_CATEGORY_CN:
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CO:
        case UTF8PROC_CATEGORY_CS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
            return true;
        default:
            return false;
    }
}

std::string_view leading_tagged_flag(std::string_view text) {
    const auto begins = [&](std::string_view flag) { return text.starts_with(flag); };
    const auto* found = std::ranges::find_if(tagged_flags, begins);
    return found == tagged_flags.end() ? std::string_view() : *found;
}

enum class Lines : std::uint8_t { one, several };

// Writes the safe form of one text, remembering of what it wrote just what the rules look back at.
class Writer {
  public:
    explicit Writer(Lines lines) : lines_(lines) {}

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
            begin_line();
            out_ += flag;
            return flag.size();
        }
        if (point->value == '\n' && lines_ == Lines::several) {
            begin_line();
            out_ += '\n';
        } else if (is_allowed(point->value, text.substr(point->bytes))) {
            keep(point->value, text.substr(0, point->bytes));
        } else {
            escape(point->value);
        }
        return point->bytes;
    }

    [[nodiscard]] bool is_allowed(char32_t c, std::string_view rest) const {
        if (is_printable_ascii(c)) return true;
        const auto& of = properties(c);
        if (is_unshowable(of.category) || (joins(c) && length_ >= longest_grapheme)) return false;
        if (c == zero_width_joiner)
            return properties(last_).combining_class == virama || joins_emoji(rest);
        if (c == zero_width_non_joiner) return parts_letters(rest);
        if (is_emoji_or_text_selector(c)) return varies_as_emoji(last_);
        if (is_ideograph_selector(c)) return varies_as_ideograph(last_);
        if (of.category == UTF8PROC_CATEGORY_CF) {
            return of.boundclass == UTF8PROC_BOUNDCLASS_PREPEND;  // visible, such as an Arabic year
        }
        if (is_mark(of) && last_ == 0) return false;  // it would sit on what stands before the text
        return !of.ignorable;
    }

    // Whether c would continue the grapheme that was written last.
    [[nodiscard]] bool joins(char32_t c) const {
        utf8proc_int32_t state = state_;
        return last_ != 0 && !breaks_before(c, state);
    }

    [[nodiscard]] bool breaks_before(char32_t c, utf8proc_int32_t& state) const {
        return utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(last_),
                                                static_cast<utf8proc_int32_t>(c), &state);
    }

    [[nodiscard]] bool joins_emoji(std::string_view rest) const {
        const auto next = first_code_point(rest);
        return after_pictograph_ && length_ + 2 <= longest_grapheme && next &&
               is_pictograph(next->value);
    }

    [[nodiscard]] bool parts_letters(std::string_view rest) const {
        if (properties(last_).combining_class == virama) return true;
        const auto next = first_code_point(rest);
        return next && is_arabic_letter(last_) && is_arabic_letter(next->value);
    }

    void keep(char32_t c, std::string_view bytes) {
        const bool begins = last_ == 0 || breaks_before(c, state_);
        length_ = begins ? 1 : length_ + 1;
        const bool extends = properties(c).boundclass == UTF8PROC_BOUNDCLASS_EXTEND;
        after_pictograph_ = is_pictograph(c) || (after_pictograph_ && extends);
        last_ = c;
        out_ += bytes;
    }

    void begin_line() {
        last_ = 0;
        state_ = 0;
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
        std::snprintf(text.data(), text.size(), "\\u{%x}", static_cast<unsigned>(c));
        keep_ascii(text.data());
    }

    void escape_byte(unsigned char byte) {
        std::array<char, 8> text{};
        std::snprintf(text.data(), text.size(), "\\x%02x", static_cast<unsigned>(byte));
        keep_ascii(text.data());
    }

    Lines lines_;
    std::string out_{};
    char32_t last_ = 0;  // 0 at the beginning of a line
    utf8proc_int32_t state_ = 0;
    std::size_t length_ = 0;  // of the last grapheme, in code points
    bool after_pictograph_ = false;
};

}  // namespace

std::string safe_line(std::string_view text) {
    return Writer(Lines::one).write(text);
}

std::string safe_block(std::string_view text) {
    return Writer(Lines::several).write(text);
}

}  // namespace palette::term
