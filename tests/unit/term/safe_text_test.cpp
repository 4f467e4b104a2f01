#include "term/safe_text.hpp"

#include "base/utf8.hpp"
#include "catch.hpp"
#include "term/grapheme.hpp"
#include "test_data.hpp"
#include "utf8_of.hpp"

#include <random>
#include <sstream>

using namespace palette::term;
using palette::test::utf8_of;

namespace {

bool drives_a_terminal(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// Valid UTF-8 of which no code point is a control, a line end or a bidi control.
bool is_harmless(std::string_view text) {
    while (!text.empty()) {
        const auto point = palette::first_code_point(text);
        if (!point || drives_a_terminal(point->value)) return false;
        const char32_t c = point->value;
        if (c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E)) return false;
        if (c == 0xFEFF || c == 0x200B || (c >= 0x2060 && c <= 0x2069)) return false;
        text.remove_prefix(point->bytes);
    }
    return true;
}

void check_harmless(const std::string& text) {
    const std::string safe = safe_line(text);
    CAPTURE(text, safe);
    CHECK(is_harmless(safe));
    CHECK(safe_line(safe) == safe);
}

std::string bytes_of_hex(const std::string& hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes.push_back(static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16)));
    }
    return bytes;
}

// The text of a JSON string. Halves of surrogate pairs stay halves: nothing could be naughtier.
std::string without_json_escapes(std::string_view json) {
    std::string text;
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (json[i] != '\\' || i + 1 == json.size()) {
            text.push_back(json[i]);
            continue;
        }
        switch (json[++i]) {
            case 'u':
                text += utf8_of(static_cast<char32_t>(
                    std::stoul(std::string(json.substr(i + 1, 4)), nullptr, 16)));
                i += 4;
                break;
            case 'n':
                text.push_back('\n');
                break;
            case 't':
                text.push_back('\t');
                break;
            default:
                text.push_back(json[i]);
        }
    }
    return text;
}

}  // namespace

TEST_CASE("what drives, reorders, hides or breaks is shown as an escape") {
    struct Row {
        std::string_view text, safe;
    };
    using namespace std::string_view_literals;
    const auto row = GENERATE(
        Row{"\x1b[2J", "\\x1b[2J"}, Row{"a\x7f", "a\\x7f"}, Row{"a\0b"sv, "a\\x00b"},
        Row{"\xC2\x9B"
            "2J",
            "\\u{9b}2J"},
        Row{"\x9b"
            "2J",
            "\\x9b2J"},
        Row{"a\r\n\tb", "a\\r\\n\\tb"}, Row{"a\u202Eb", "a\\u{202e}b"},
        Row{"a\u2066b\u2069", "a\\u{2066}b\\u{2069}"}, Row{"a\u200Eb", "a\\u{200e}b"},
        Row{"pal\u200Bette", "pal\\u{200b}ette"}, Row{"pal\u200Dette", "pal\\u{200d}ette"},
        Row{"pal\uFEFFette", "pal\\u{feff}ette"}, Row{"a\u2028b\u2029", "a\\u{2028}b\\u{2029}"},
        Row{"a\u00ADb", "a\\u{ad}b"}, Row{"\uE000", "\\u{e000}"}, Row{"\uFFFF", "\\u{ffff}"},
        Row{"\U0001F3F4\U000E0067", "\U0001F3F4\\u{e0067}"}, Row{"a\uFE0F", "a\\u{fe0f}"},
        Row{"\u3164", "\\u{3164}"}, Row{"\u0301", "\\u{301}"}, Row{"\xE2\x82", "\\xe2\\x82"},
        Row{"\xC0\x80", "\\xc0\\x80"}, Row{"\xED\xA0\xBD", "\\xed\\xa0\\xbd"},
        Row{"\xF4\x90\x80\x80", "\\xf4\\x90\\x80\\x80"});
    CAPTURE(row.safe);
    CHECK(safe_line(row.text) == row.safe);
}

TEST_CASE("what scripts and emoji need stays") {
    const auto* text = GENERATE(
        "", "Sea Glass", "C:\\new", "héllo", "e\u0301", "日本語", "葛\U000E0100", "שָׁלוֹם", "مرحبا",
        "می\u200Cخواهم",                     // a non-joiner between Arabic letters
        "क\u094D\u200Dष", "क\u094D\u200Cष",  // joiners after a virama
        "\U0001F469\U0001F3FB\u200D\u2764\uFE0F\u200D\U0001F48B\u200D\U0001F468\U0001F3FC",  // a
                                                                                             // kiss
        "\U0001F1E9\U0001F1EA", "1\uFE0F\u20E3", "\u2600\uFE0F", "\u2600\uFE0E", "한국어", "ไทย",
        "\u0600\u0661", "𝐩𝐚𝐥");
    CAPTURE(text);
    CHECK(safe_line(text) == text);
}

TEST_CASE(
    "a pile of marks and an endless chain of emoji are cut into graphemes of bounded length") {
    std::string marks = "z";
    std::string chain = "\U0001F468";
    for (int i = 0; i < 500; ++i) {
        marks += "\u0301";
        chain += "\u200D\U0001F468";
    }
    for (const std::string& text : {marks, chain}) {
        std::string safe = safe_line(text);
        CHECK(safe_line(safe) == safe);
        for (std::string_view rest = safe; !rest.empty();) {
            const auto grapheme = first_grapheme(rest);
            CHECK(grapheme.text.size() <= 4 * longest_grapheme);
            rest.remove_prefix(grapheme.text.size());
        }
    }
}

TEST_CASE("every code point alone and inside a word comes out harmless") {
    int harmful = 0;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        const std::string safe = safe_line(utf8_of(c) + "a" + utf8_of(c) + "b");
        if (!is_harmless(safe) || safe_line(safe) != safe) ++harmful;
    }
    CHECK(harmful == 0);
}

TEST_CASE("random bytes come out harmless, and the same when made safe again") {
    std::mt19937 random(20260131);
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (auto size = random() % 40; size > 0; --size)
            text.push_back(static_cast<char>(random()));
        const std::string safe = safe_line(text);
        if (is_harmless(safe) && safe_line(safe) == safe) continue;
        check_harmless(text);
    }
}

TEST_CASE("random mixtures of what rules look at come out harmless, and the same again") {
    const std::vector<std::string> pieces{
        "a",          "\u0301",
        "\u200D",     "\u200C",
        "\uFE0F",     "\uFE0E",
        "\U000E0100", "葛",
        "\u094D",     "क",
        "م",          "\U0001F468",
        "\U0001F3FB", "\U0001F1E9",
        "\u0600",     "\U0001F8FF",
        "\U000E0067", "\x1b",
        "\n",         "\x80",
        "\u1100",     "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"};
    std::mt19937 random(7);
    for (int round = 0; round < 50'000; ++round) {
        std::string text;
        for (auto size = random() % 30; size > 0; --size)
            text += pieces[random() % pieces.size()];
        const std::string safe = safe_line(text);
        if (safe_line(safe) == safe) continue;
        CAPTURE(text, safe);
        CHECK(safe_line(safe) == safe);
    }
}

TEST_CASE("collected terminal tricks come out harmless") {
    for (const auto& row :
         palette::test::test_rows("text/terminal-and-unicode-strings.tsv", '\t')) {
        check_harmless(bytes_of_hex(row.at(2)));
    }
}

TEST_CASE("collected naughty strings come out harmless") {
    std::istringstream lines(palette::test::test_data("text/naughty-strings.json").value_or(""));
    for (std::string line; std::getline(lines, line);)
        check_harmless(without_json_escapes(line));
}

TEST_CASE("every emoji in use stays as it is") {
    std::istringstream lines(palette::test::test_data("text/emoji-test.txt").value_or(""));
    for (std::string line; std::getline(lines, line);) {
        if (line.find("; fully-qualified") == std::string::npos) continue;
        std::istringstream points(line.substr(0, line.find(';')));
        std::string emoji;
        for (std::uint32_t point = 0; points >> std::hex >> point;)
            emoji += utf8_of(point);
        CAPTURE(line);
        CHECK(safe_line(emoji) == emoji);
        CHECK(first_grapheme(emoji).text == emoji);
        CHECK(first_grapheme(emoji).columns == 2);
    }
}
