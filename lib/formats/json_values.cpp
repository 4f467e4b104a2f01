#include "formats/json_values.hpp"

#include "api/text.hpp"
#include "api/writer.hpp"

#include <array>
#include <charconv>

namespace palette::formats {

namespace {

constexpr std::size_t most_characters = 1'000'000;
constexpr api::TextRule any_text_rule{"Text", "text", "text", 0, most_characters};
using AnyText = api::Text<any_text_rule>;

}  // namespace

std::optional<double> part_of(const api::Json& value) {
    const std::string& text = value.text();
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (!(number >= 0 && number <= 1)) return std::nullopt;  // nor what is not a number
    return number;
}

std::string json_number(double number) {
    std::array<char, 32> digits{};
    const auto [end, fault] = std::to_chars(digits.begin(), digits.end(), number);
    return {digits.begin(), end};
}

std::string json_text(std::string_view text) {
    return api::to_json(AnyText::from(first_characters(text, most_characters)).value());
}

}  // namespace palette::formats
