// Colors of a configuration of Tailwind CSS: JavaScript with an object at the key `colors`.
// Source: Tailwind CSS 3, "Customizing Colors"; version 4 takes such files by @config, and has
// custom properties beside, which are css.
//
// Nothing of it is run: read are the names and texts of object literals below any `colors`, where a
// text is a color; what is computed, or refers to something else, is passed over. What is written
// is a configuration with the colors below the palette's slug, named as css.cpp names them.
#include "color/hex.hpp"
#include "formats/credit_line.hpp"
#include "formats/css_value.hpp"
#include "formats/format.hpp"
#include "formats/identifiers.hpp"
#include "formats/js_tokens.hpp"
#include "formats/nested_names.hpp"

namespace palette::formats {

namespace {

constexpr std::string_view key_of_colors = "colors";
// The color of a group itself.
constexpr std::string_view key_of_group = "DEFAULT";

// Follows the brackets of a script, and knows at which keys it is.
class Script {
  public:
    explicit Script(std::string_view text) : tokens_(text) {}

    // To the next text that is the value of a key; false at the end, and after a fault.
    [[nodiscard]] bool next() {
        while (!fault_ && tokens_.next()) {
            const JsToken before = std::exchange(last_, tokens_.token());
            const bool is_value =
                last_.kind == JsToken::Kind::text && before.is(':') && in_object();
            take(before);
            if (is_value && !key_.empty()) return true;
        }
        return false;
    }
    [[nodiscard]] std::string_view value() const { return last_.text; }
    [[nodiscard]] std::size_t line() const { return tokens_.line(); }
    [[nodiscard]] const std::optional<FileFault>& fault() const { return fault_; }

    // The keys below `colors`; empty when it is not below.
    [[nodiscard]] KeyPath path() const {
        KeyPath path;
        bool is_below = false;
        for (const Bracket& one : open_) {
            if (is_below && !one.key.empty()) path.push_back(one.key);
            is_below = is_below || one.key == key_of_colors;
        }
        if (!is_below) return {};
        if (key_ != key_of_group || path.empty()) path.push_back(key_);
        return path;
    }

  private:
    struct Bracket {
        char sign;
        std::string_view key;  // whose value it is; empty when of none
    };

    [[nodiscard]] bool in_object() const { return !open_.empty() && open_.back().sign == '{'; }

    void take(const JsToken& before) {
        if (last_.kind != JsToken::Kind::sign) {
            const bool may_be_key = before.is('{') || before.is(',');
            if (may_be_key) candidate_ = last_.text;
            return;
        }
        const char sign = last_.text.front();
        if (sign == ':') key_ = std::exchange(candidate_, {});
        if (sign == ',') key_ = {};
        if (sign == '{' || sign == '[' || sign == '(') open(sign);
        if (sign == '}' || sign == ']' || sign == ')') close();
    }
    void open(char sign) {
        if (open_.size() == most_depth) {
            fault_ = FileFault{at_line(line()), "more than 64 brackets, one in another"};
            return;
        }
        open_.push_back({sign, std::exchange(key_, {})});
    }
    void close() {
        if (open_.empty()) {
            fault_ = FileFault{at_line(line()), "a bracket closes that was not opened"};
            return;
        }
        open_.pop_back();
        key_ = {};
    }

    JsTokens tokens_;
    JsToken last_;
    std::vector<Bracket> open_;
    std::string_view key_;
    std::string_view candidate_;
    std::optional<FileFault> fault_;
};

FileRead read(std::string_view text) {
    Script script(text);
    Record record;
    ScreenColors screen;
    std::vector<KeyPath> paths;
    while (script.next()) {
        KeyPath path = script.path();
        const auto notation = path.empty() ? std::nullopt : css_value(script.value());
        if (!notation) continue;
        if (record.colors.size() == api::Colors::most)
            return too_many_colors(at_line(script.line()));
        record.colors.push_back({screen.of(*notation)});
        paths.push_back(std::move(path));
    }
    if (script.fault()) return tl::unexpected(*script.fault());
    if (record.colors.empty()) return fault(at_line(1), "no value below a key `colors` is a color");
    const auto names = nested_names(paths);
    for (std::size_t i = 0; i < names.size(); ++i)
        record.colors[i].name = names[i];
    screen.remark(record);
    return record;
}

// Whether a line of the script begins with a default export, in whichever kind of module.
bool recognizes(std::string_view text) {
    if (text.find(key_of_colors) == std::string_view::npos) return false;
    JsTokens tokens(text);
    JsToken first;  // of its line
    std::size_t line = 0;
    std::size_t place = 0;
    while (tokens.next()) {
        place = tokens.line() == line ? place + 1 : 0;
        line = tokens.line();
        const JsToken now = tokens.token();
        if (place == 0) first = now;
        const bool exports = (place == 1 && first.is_word("export") && now.is_word("default")) ||
                             (place == 2 && first.is_word("module") && now.is_word("exports"));
        if (exports) return true;
    }
    return false;
}

std::string write(const Record& record) {
    std::string text =
        "// " + credit_line(record) +
        "\nmodule.exports = {\n  theme: {\n    extend: {\n      colors: {\n        \"" +
        file_prefix(record) + "\": {\n";
    const auto names = color_identifiers(record);
    for (std::size_t i = 0; i < names.size(); ++i)
        text +=
            "          \"" + names[i] + "\": \"" + color::to_hex(record.colors[i].color) + "\",\n";
    return text + "        },\n      },\n    },\n  },\n};\n";
}

}  // namespace

constinit const Format tailwind_format{
    .name = "tailwind",
    .summary = "colors of a configuration of Tailwind CSS",
    .suffixes = "js cjs mjs ts",
    .recognizes = recognizes,
    .read = read,
    .write = write,
};

}  // namespace palette::formats
