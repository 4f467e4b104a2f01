// The words, texts and signs of JavaScript, past comments: enough to find literals in it, and total
// for whatever it is. Source: ECMAScript 2024, section 12.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace palette::formats {

struct JsToken {
    enum class Kind : std::uint8_t {
        sign,  // one character
        word,  // of names and numbers
        text,  // between quotes of any kind, as it is written
    };
    Kind kind = Kind::sign;
    std::string_view text{};

    [[nodiscard]] bool is(char sign) const {
        return kind == Kind::sign && text == std::string_view(&sign, 1);
    }
    [[nodiscard]] bool is_word(std::string_view word) const {
        return kind == Kind::word && text == word;
    }
};

class JsTokens {
  public:
    explicit JsTokens(std::string_view text) : text_(text) {}

    // False at the end.
    [[nodiscard]] bool next();
    [[nodiscard]] const JsToken& token() const { return token_; }
    [[nodiscard]] std::size_t line() const { return line_; }

  private:
    [[nodiscard]] bool takes_comment();
    void take(JsToken::Kind kind, std::size_t bytes);
    void take_text();
    void advance_to(std::size_t end);

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    JsToken token_;
};

}  // namespace palette::formats
