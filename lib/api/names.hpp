// The value types that several methods share: each rule once.
#pragma once

#include "api/describe.hpp"
#include "api/is_seen.hpp"
#include "base/ascii.hpp"

#include <string_view>

namespace palette::api {

namespace letters {

constexpr bool slug(std::string_view text) {
    for (const char c : text) {
        if (!is_lower(c) && !is_digit(c) && c != '-') return false;
    }
    return true;
}

constexpr bool username(std::string_view text) {
    for (const char c : text) {
        if (!is_lower(c) && !is_digit(c) && c != '-' && c != '_') return false;
    }
    return !text.empty() && is_lower(text.front());
}

constexpr bool number(std::string_view text) {
    for (const char c : text) {
        if (!is_digit(c)) return false;
    }
    return !text.empty() && text.size() <= 18;
}

// 42, alice/sea-glass or alice/sea-glass@3
constexpr bool palette_ref(std::string_view text) {
    if (number(text)) return true;
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return false;
    const std::string_view owner = text.substr(0, slash);
    std::string_view rest = text.substr(slash + 1);
    if (const auto at = rest.find('@'); at != std::string_view::npos) {
        if (!number(rest.substr(at + 1))) return false;
        rest = rest.substr(0, at);
    }
    return owner.size() >= 2 && owner.size() <= 32 && username(owner) && !rest.empty() &&
           rest.size() <= 64 && slug(rest);
}

// Lower case alone, so that a value has one spelling.
constexpr bool hex(std::string_view text) {
    for (const char c : text) {
        if (!is_digit(c) && (c < 'a' || c > 'f')) return false;
    }
    return true;
}

constexpr bool visible_ascii(std::string_view text) {
    for (const char c : text) {
        if (c <= ' ' || c >= 0x7F) return false;
    }
    return true;
}

}  // namespace letters

inline constexpr TextRule username_rule{"Username",
                                        "2 to 32 of a-z 0-9 - _, starting with a letter",
                                        "alice",
                                        2,
                                        32,
                                        letters::username,
                                        "^[a-z][a-z0-9_-]*$"};
using Username = Text<username_rule>;

inline constexpr TextRule slug_rule{"Slug", "1 to 64 of a-z 0-9 -", "sea-glass",   1,
                                    64,     letters::slug,          "^[a-z0-9-]*$"};
using Slug = Text<slug_rule>;

inline constexpr TextRule palette_ref_rule{"PaletteRef",
                                           "a palette: 42, alice/sea-glass or alice/sea-glass@3",
                                           "alice/sea-glass",
                                           1,
                                           120,
                                           letters::palette_ref,
                                           "^([0-9]+|[a-z][a-z0-9_-]*/[a-z0-9-]+(@[0-9]+)?)$"};
using PaletteRef = Text<palette_ref_rule>;

inline constexpr TextRule title_rule{
    "Title", "1 to 80 characters, not all of them blank", "Sea Glass", 1, 80, is_seen};
using Title = Text<title_rule>;

inline constexpr TextRule tag_rule{"Tag", "1 to 64 characters", "calm", 1, 64};
using Tag = Text<tag_rule>;

inline constexpr TextRule description_rule{"Description", "at most 2,000 characters",
                                           "Quiet blues of a shore", 0, 2000};
using Description = Text<description_rule>;

inline constexpr TextRule display_name_rule{"DisplayName", "at most 80 characters", "Alice", 0, 80};
using DisplayName = Text<display_name_rule>;

// A line of prose made by a daemon, such as an error's message.
inline constexpr TextRule line_rule{"Line", "at most 4,000 characters", "all is well", 0, 4000};
using Line = Text<line_rule>;

// As much of the prose as a Line takes, cut between characters.
[[nodiscard]] inline Line cut_line(std::string_view text) {
    return *Line::from(first_characters(text, line_rule.most));
}

// A word made by a daemon: a version, a state, a key's id, an event's type.
inline constexpr TextRule word_rule{
    "Word",    "1 to 128 visible ASCII characters", "ready", 1, 128, letters::visible_ascii,
    "^[!-~]+$"};
using Word = Text<word_rule>;

inline constexpr TextRule secret_rule{
    "Secret", "at most 1,024 characters", "correct horse", 0, 1024, any_letters, "", true};
using SecretText = Text<secret_rule>;

inline constexpr TextRule token_rule{"Token", "a token as login gave it", "plr_0", 1,
                                     4096,    letters::visible_ascii,     "",      true};
using Token = Text<token_rule>;

// Where a page ended: given back unchanged, it begins the next one.
inline constexpr TextRule cursor_rule{"Cursor", "as `next` of the page before", "0",       1,
                                      128,      letters::visible_ascii,         "^[!-~]+$"};
using Cursor = Text<cursor_rule>;

inline constexpr WholeRule id_rule{"Id", "a number given by the registry", 42, 1};
using PaletteId = Whole<id_rule>;

inline constexpr WholeRule user_id_rule{"UserId", "a number given by the registry", 7, 1};
using UserId = Whole<user_id_rule>;

inline constexpr WholeRule revision_rule{"Revision", "counted from 1", 1, 1};
using Revision = Whole<revision_rule>;

inline constexpr WholeRule count_rule{"Count", "how many", 3, 0};
using Count = Whole<count_rule>;

inline constexpr std::int64_t most_page_items = 200;
inline constexpr WholeRule limit_rule{"Limit", "most items in a page", 20, 1, most_page_items};
using Limit = Whole<limit_rule>;

inline constexpr WholeRule offset_rule{"Offset", "a place in the log of events", 1234, 0};
using Offset = Whole<offset_rule>;

}  // namespace palette::api
