#include "formats/json_tree.hpp"

#include "base/ascii.hpp"
#include "base/trim.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace palette::formats {

namespace {

void append_utf8(std::string& text, char32_t code) {
    const auto byte = [&](char32_t mark, unsigned shift, char32_t mask) {
        text += static_cast<char>(mark | (code >> shift & mask));
    };
    if (code < 0x80) return byte(0, 0, 0x7F);
    if (code < 0x800) {
        byte(0xC0, 6, 0x1F);
    } else if (code < 0x1'0000) {
        byte(0xE0, 12, 0x0F);
        byte(0x80, 6, 0x3F);
    } else {
        byte(0xF0, 18, 0x07);
        byte(0x80, 12, 0x3F);
        byte(0x80, 6, 0x3F);
    }
    byte(0x80, 0, 0x3F);
}

// What stands for itself after a backslash, but for u.
std::optional<char> escaped(char letter) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    const auto place = letters.find(letter);
    return place == std::string_view::npos ? std::nullopt : std::optional(meant[place]);
}

// The digits that the text begins with are taken off; false when there are none.
bool takes_digits(std::string_view& text) {
    const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(end);
    return end != 0;
}

bool is_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const bool has_leading_zero = text.size() > 1 && text[0] == '0' && is_digit(text[1]);
    if (has_leading_zero || !takes_digits(text)) return false;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (!takes_digits(text)) return false;
    }
    if (!text.starts_with('e') && !text.starts_with('E')) return text.empty();
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    return takes_digits(text) && text.empty();
}

class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) {}

    [[nodiscard]] std::optional<JsonNode> document() {
        auto node = value(0);
        skip_blanks();
        if (node && at_ != text_.size()) return refuse_here("expected nothing more");
        return node;
    }
    [[nodiscard]] FileFault fault() && { return *std::move(fault_); }

  private:
    std::nullopt_t refuse_here(std::string why) {
        if (!fault_) fault_ = FileFault{at_line(line_), std::move(why)};
        return std::nullopt;
    }
    void skip_blanks() {
        for (; at_ < text_.size() && blanks.find(text_[at_]) != std::string_view::npos; ++at_)
            line_ += text_[at_] == '\n' ? 1 : 0;
    }
    [[nodiscard]] bool takes(char sign) {
        skip_blanks();
        if (at_ == text_.size() || text_[at_] != sign) return false;
        ++at_;
        return true;
    }

    [[nodiscard]] std::optional<JsonNode> value(std::size_t depth) {
        if (depth == most_depth) return refuse_here("more than 64 levels, one in another");
        if (++values_ > most_json_values) return refuse_here("more than 200000 values");
        skip_blanks();
        JsonNode node{.line = line_};
        if (takes('{')) return members(std::move(node), JsonNode::Kind::object, '}', depth);
        if (takes('[')) return members(std::move(node), JsonNode::Kind::array, ']', depth);
        if (takes('"')) {
            auto text = rest_of_text();
            if (!text) return std::nullopt;
            node.kind = JsonNode::Kind::text;
            node.text = *std::move(text);
            return node;
        }
        return word(std::move(node));
    }

    [[nodiscard]] std::optional<JsonNode> members(JsonNode node, JsonNode::Kind kind, char end,
                                                  std::size_t depth) {
        node.kind = kind;
        if (takes(end)) return node;
        do {
            std::optional<std::string> key;
            if (kind == JsonNode::Kind::object) {
                if (!takes('"')) return refuse_here("expected a name in quotes");
                key = rest_of_text();
                if (!key) return std::nullopt;
                if (!takes(':')) return refuse_here("expected a colon after a name");
            }
            auto member = value(depth + 1);
            if (!member) return std::nullopt;
            member->key = std::move(key).value_or("");
            node.members.push_back(*std::move(member));
        } while (takes(','));
        if (!takes(end)) return refuse_here(std::string("expected a comma or ") + end);
        return node;
    }

    [[nodiscard]] std::optional<JsonNode> word(JsonNode node) {
        const auto end = std::min(text_.find_first_of(" \t\r\n,:[]{}\"", at_), text_.size());
        node.text = text_.substr(at_, end - at_);
        const bool is_known = node.text == "true" || node.text == "false" || node.text == "null";
        if (!is_known && !is_number(node.text)) return refuse_here("expected a value");
        at_ = end;
        return node;
    }

    // After its first quote, to behind its last.
    [[nodiscard]] std::optional<std::string> rest_of_text() {
        std::string text;
        while (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) >= 0x20) {
            const char c = text_[at_++];
            if (c == '"') return text;
            if (c != '\\') {
                text += c;
            } else if (!takes_escape(text)) {
                return refuse_here("expected an escape of JSON after a backslash");
            }
        }
        return refuse_here("a text does not end");
    }

    [[nodiscard]] bool takes_escape(std::string& text) {
        const std::string_view rest = text_.substr(at_);
        if (!rest.starts_with('u')) {
            const auto meant = rest.empty() ? std::nullopt : escaped(rest.front());
            if (meant) text += *meant;
            at_ += meant ? 1 : 0;
            return meant.has_value();
        }
        const auto first = code_unit(rest);
        if (!first) return false;
        at_ += 5;
        const bool is_high = *first >= 0xD800 && *first < 0xDC00;
        if (!is_high) {
            if (*first < 0xDC00 || *first > 0xDFFF) append_utf8(text, *first);
            return *first < 0xDC00 || *first > 0xDFFF;
        }
        if (!text_.substr(at_).starts_with('\\')) return false;
        const auto second = code_unit(text_.substr(at_ + 1));
        if (!second || *second < 0xDC00 || *second > 0xDFFF) return false;
        at_ += 6;
        append_utf8(text, 0x1'0000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00));
        return true;
    }

    // Of "u00e9".
    static std::optional<char32_t> code_unit(std::string_view text) {
        if (text.size() < 5 || text.front() != 'u') return std::nullopt;
        std::uint32_t value = 0;
        const auto [end, fault] = std::from_chars(text.data() + 1, text.data() + 5, value, 16);
        if (fault != std::errc{} || end != text.data() + 5) return std::nullopt;
        return value;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t values_ = 0;
    std::optional<FileFault> fault_;
};

}  // namespace

const JsonNode* JsonNode::member(std::string_view name) const {
    if (kind != Kind::object) return nullptr;
    const auto found = std::ranges::find(members, name, &JsonNode::key);
    return found == members.end() ? nullptr : &*found;
}

std::optional<std::string_view> JsonNode::text_of(std::string_view name) const {
    const JsonNode* found = member(name);
    if (found == nullptr || found->kind != Kind::text) return std::nullopt;
    return found->text;
}

std::optional<double> JsonNode::number() const {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stopped_at, fault] = std::from_chars(text.data(), end, value);
    if (kind != Kind::other || fault != std::errc{} || stopped_at != end) return std::nullopt;
    return value;
}

tl::expected<JsonNode, FileFault> read_json_tree(std::string_view json) {
    Parser parser(json);
    auto node = parser.document();
    if (!node) return tl::unexpected(std::move(parser).fault());
    return *std::move(node);
}

}  // namespace palette::formats
