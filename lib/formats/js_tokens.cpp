#include "formats/js_tokens.hpp"

#include "base/ascii.hpp"
#include "base/trim.hpp"

#include <algorithm>

namespace palette::formats {

namespace {

bool is_word_byte(char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '$' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

}  // namespace

bool JsTokens::next() {
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (takes_comment()) continue;
        if (blanks.find(c) != std::string_view::npos) {
            advance_to(at_ + 1);
            continue;
        }
        if (c == '"' || c == '\'' || c == '`') {
            take_text();
        } else if (is_word_byte(c)) {
            const auto* end = std::find_if_not(text_.begin() + at_, text_.end(), is_word_byte);
            take(JsToken::Kind::word, static_cast<std::size_t>(end - text_.begin()) - at_);
        } else {
            take(JsToken::Kind::sign, 1);
        }
        return true;
    }
    return false;
}

void JsTokens::advance_to(std::size_t end) {
    const std::string_view passed = text_.substr(at_, end - at_);
    line_ += static_cast<std::size_t>(std::ranges::count(passed, '\n'));
    at_ += passed.size();
}

bool JsTokens::takes_comment() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("//")) {
        advance_to(std::min(text_.find('\n', at_), text_.size()));
        return true;
    }
    if (!rest.starts_with("/*")) return false;
    const auto end = text_.find("*/", at_ + 2);
    advance_to(end == std::string_view::npos ? text_.size() : end + 2);
    return true;
}

void JsTokens::take(JsToken::Kind kind, std::size_t bytes) {
    token_ = {kind, text_.substr(at_, bytes)};
    advance_to(at_ + bytes);
}

// One that is not in ` ends with its line at the latest, as one that is none does.
void JsTokens::take_text() {
    const char quote = text_[at_];
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && (text_[end] != '\n' || quote == '`'))
        end += text_[end] == '\\' ? 2 : 1;
    end = std::min(end, text_.size());
    token_ = {JsToken::Kind::text, text_.substr(at_ + 1, end - at_ - 1)};
    advance_to(std::min(end + 1, text_.size()));
}

}  // namespace palette::formats
