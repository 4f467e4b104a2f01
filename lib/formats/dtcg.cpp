// Design tokens: JSON of the Design Tokens Community Group, whose tokens of type color are read.
// Source: Design Tokens Format Module and Color Module 2025.10 ("$value" is an object with
// colorSpace and components), and drafts before them ("$value" is text such as "#0b3954").
//
// Groups are in groups, "$type" is passed down, and "{palette.blue}" is the value of that token.
// Names and title are "$description", where it is short; else a color is named by its groups. What
// is written is a group named by the palette's slug.
#include "api/scalar.hpp"
#include "base/trim.hpp"
#include "color/hex.hpp"
#include "formats/design_tokens.hpp"
#include "formats/format.hpp"
#include "formats/identifiers.hpp"

#include <array>
#include <cstdio>

namespace palette::formats {

namespace {

// That it is JSON with "$value" for the name of something.
bool recognizes(std::string_view text) {
    constexpr std::string_view name = "\"$value\"";
    if (!without_leading_blanks(text).starts_with('{')) return false;
    for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        if (without_leading_blanks(text.substr(at + name.size())).starts_with(':')) return true;
    }
    return false;
}

// A part of the whole that 255 is, to the digits that 8 bits are worth.
std::string component(std::uint8_t value) {
    std::array<char, 16> number{};
    static_cast<void>(std::snprintf(number.data(), number.size(), "%.4g", value / 255.0));
    return number.data();
}

std::string value_of(color::Color color) {
    std::string json = R"({ "colorSpace": "srgb", "components": [)" + component(color.r) + ", " +
                       component(color.g) + ", " + component(color.b) + "]";
    if (color.a != 255) json += R"(, "alpha": )" + component(color.a);
    return json + R"(, "hex": ")" + color::to_hex(color).substr(0, 7) + "\" }";
}

std::string token(std::string_view name, const RecordColor& color) {
    std::string json = "    ";
    api::append_quoted(json, name);
    json += ": {\n      \"$value\": " + value_of(color.color);
    if (!color.name.empty()) {
        json += ",\n      \"$description\": ";
        api::append_quoted(json, color.name);
    }
    return json + "\n    }";
}

std::string write(const Record& record) {
    std::string json = "{\n  ";
    api::append_quoted(json, file_prefix(record));
    json += ": {\n    \"$type\": \"color\",\n    \"$description\": ";
    api::append_quoted(json, record.title);
    const auto names = color_identifiers(record);
    for (std::size_t i = 0; i < names.size(); ++i)
        json += ",\n" + token(names[i], record.colors[i]);
    return json + "\n  }\n}\n";
}

}  // namespace

constinit const Format dtcg_format{
    .name = "dtcg",
    .summary = "design tokens of the DTCG",
    .suffixes = "tokens",
    .recognizes = recognizes,
    .read = read_design_tokens,
    .write = write,
};

}  // namespace palette::formats
