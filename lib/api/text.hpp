// Text<rule>: a string that keeps its rule. The rule parses, bounds, documents and exemplifies it;
// a bare std::string does not travel.
#pragma once

#include "api/unset.hpp"
#include "base/utf8.hpp"

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace palette::api {

constexpr bool any_letters(std::string_view) {
    return true;
}

struct TextRule {
    std::string_view name;
    std::string_view meaning;
    std::string_view example;
    std::size_t fewest = 0;  // code points
    std::size_t most = 0;
    // What the letters must keep beyond the length; any valid UTF-8 will do if not said.
    bool (*accepts)(std::string_view text) = any_letters;
    std::string_view pattern{};
    bool secret = false;
};

// `text` is UTF-8 (the reader has seen to it).
constexpr bool keeps(const TextRule& rule, std::string_view text) {
    const std::size_t length = characters(text);
    return length >= rule.fewest && length <= rule.most && rule.accepts(text);
}

template <const TextRule& rule>
class Text {
  public:
    // A literal that breaks the rule does not compile.
    struct Literal {
        std::string_view text;
        template <std::size_t n>
        consteval Literal(const char (&literal)[n]) : text(literal, n - 1) {  // NOLINT
            if (!keeps(rule, text)) throw "the literal breaks its rule";
        }
    };

    Text(Literal literal) : text_(literal.text) {}  // NOLINT(google-explicit-constructor)
    explicit Text(Blank) {}

    [[nodiscard]] static std::optional<Text> from(std::string_view text) {
        if (!keeps(rule, text)) return std::nullopt;
        Text made{Blank{}};
        made.text_ = text;
        return made;
    }

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] static constexpr const TextRule& the_rule() { return rule; }

    friend auto operator<=>(const Text&, const Text&) = default;

  private:
    std::string text_;
};

}  // namespace palette::api
