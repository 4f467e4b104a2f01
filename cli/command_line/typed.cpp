#include "cli/command_line/typed.hpp"

#include "api/writer.hpp"
#include "base/ascii.hpp"
#include "cli/command_line/option_names.hpp"
#include "cli/command_line/parse.hpp"

#include <algorithm>

namespace palette::cli {

namespace {

bool is_plain(char c) {
    constexpr std::string_view others = "-_./:=,@+%";
    return is_letter(c) || is_digit(c) || others.find(c) != std::string_view::npos;
}

std::string shell_word(std::string_view word) {
    if (std::ranges::all_of(word, is_plain)) return std::string(word);
    std::string text = "'";
    for (const char c : word)
        text += c == '\'' ? std::string(R"('\'')") : std::string(1, c);
    return text + "'";
}

// JSON strings without their quotes; empty for a value that is not there.
std::string text_of_leaf(const api::Shape& shape, const void* value) {
    std::string json;
    if (value != nullptr) api::append_json(json, shape, value);
    return json.starts_with('"') ? json.substr(1, json.size() - 2) : json;
}

}  // namespace

std::string typed_options(const api::Shape& shape, const void* object) {
    std::string words;
    api::with_blank(shape, [&](const void* blank) {
        for (const api::Member& member : shape.members) {
            const std::string text = text_of_leaf(*member.shape, member.peek(object));
            if (text == text_of_leaf(*member.shape, member.peek(blank))) continue;
            words += " " + option_name(member.name);
            if (member.shape->kind != api::Kind::flag) words += " " + shell_word(text);
        }
    });
    return words;
}

}  // namespace palette::cli
