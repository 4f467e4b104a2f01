// A JSON document of whatever shape, for the formats that are JSON with members that nobody knows
// before, and that must say where they are wrong: strict JSON in UTF-8, as api::Document takes it,
// with the line of each value. Bounded in depth (most_depth) and in values.
#pragma once

#include "formats/format.hpp"
#include "formats/nested_names.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palette::formats {

inline constexpr std::size_t most_json_values = 200'000;

struct JsonNode {
    enum class Kind : std::uint8_t { object, array, text, other };

    Kind kind = Kind::other;
    std::string key{};  // of a member of an object
    std::string
        text{};  // of a text what it says, of a number, true, false and null how it is written
    std::vector<JsonNode> members{};
    std::size_t line = 1;

    // Null when it is no object that has it; the first where there are several.
    [[nodiscard]] const JsonNode* member(std::string_view name) const;
    // The member's text; none when it has no such, or it is no text.
    [[nodiscard]] std::optional<std::string_view> text_of(std::string_view name) const;
    [[nodiscard]] std::optional<double> number() const;
};

[[nodiscard]] tl::expected<JsonNode, FileFault> read_json_tree(std::string_view json);

}  // namespace palette::formats
