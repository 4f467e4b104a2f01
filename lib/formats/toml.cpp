#include "formats/toml.hpp"

#include "base/trim.hpp"

#include <algorithm>
#include <string>

namespace palette::formats {

namespace {

// An array in a table in an array ...
constexpr int most_nested = 64;

class Walk {
  public:
    Walk(std::string_view text, const TakeTomlValue& take) : text_(text), take_(take) {}

    [[nodiscard]] std::optional<FileFault> document() {
        for (pass_gaps(); at_ < text_.size(); pass_gaps()) {
            auto fault = rest().starts_with('[') ? heading() : entry(0);
            if (fault) return fault;
            pass(" \t");
            if (rest().starts_with('#')) continue;
            if (!rest().empty() && !takes("\n") && !takes("\r\n"))
                return refuse("expected the end of the line");
        }
        return std::nullopt;
    }

  private:
    using Fault = std::optional<FileFault>;

    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
    [[nodiscard]] Fault refuse(std::string why) const {
        return FileFault{at_line(line_), std::move(why)};
    }

    void advance(std::size_t bytes) {
        const std::string_view passed = text_.substr(at_, bytes);
        line_ += static_cast<std::size_t>(std::ranges::count(passed, '\n'));
        at_ += passed.size();
    }
    void pass(std::string_view any) { advance(rest().find_first_not_of(any)); }
    [[nodiscard]] bool takes(std::string_view piece) {
        if (!rest().starts_with(piece)) return false;
        advance(piece.size());
        return true;
    }

    // Blanks, ends of lines and comments.
    void pass_gaps() {
        for (pass(blanks); rest().starts_with('#'); pass(blanks))
            advance(rest().find('\n'));
    }

    // [colors.primary], [[colors.indexed_colors]]
    Fault heading() {
        const bool is_of_array = takes("[[");
        if (!is_of_array) advance(1);
        path_.clear();
        if (!takes_key()) return refuse("expected the name of a table");
        return takes(is_of_array ? "]]" : "]") ? std::nullopt : refuse("expected ] after the name");
    }

    Fault entry(int depth) {
        const std::size_t outside = path_.size();
        if (!takes_key() || !takes("=")) return refuse("expected a key, = and a value");
        pass(" \t");
        auto fault = value(depth);
        path_.resize(outside);
        return fault;
    }

    // Adds it to the path: colors."primary".background
    [[nodiscard]] bool takes_key() {
        do {
            pass(" \t");
            const auto part = key_part();
            if (!part) return false;
            if (!path_.empty()) path_ += '.';
            path_ += *part;
            pass(" \t");
        } while (takes("."));
        return true;
    }

    std::optional<std::string_view> key_part() {
        for (const std::string_view quote : {"\"", "'"}) {
            if (rest().starts_with(quote)) return quoted(quote);
        }
        constexpr std::string_view others = " \t\r\n.=[]{}#,\"'";
        const std::string_view bare = rest().substr(0, rest().find_first_of(others));
        advance(bare.size());
        return bare.empty() ? std::nullopt : std::optional(bare);
    }

    Fault value(int depth) {
        if (depth == most_nested) return refuse("nested more than 64 deep");
        if (takes("[")) return list("]", [&] { return value(depth + 1); });
        if (takes("{")) return list("}", [&] { return entry(depth + 1); });
        const std::size_t line = line_;
        for (const std::string_view quote : {R"(""")", "'''", "\"", "'"}) {
            if (!rest().starts_with(quote)) continue;
            const auto text = quoted(quote);
            return text ? take_({path_, *text, true, line})
                        : FileFault{at_line(line), "expected a quote at the end of the text"};
        }
        const std::string_view bare = rest().substr(0, rest().find_first_of("\n#,]}"));
        if (trimmed(bare).empty()) return refuse("expected a value");
        advance(bare.size());
        return take_({path_, trimmed(bare), false, line});
    }

    // To its end, with commas between the items.
    template <class Item>
    Fault list(std::string_view end, Item item) {
        for (pass_gaps(); !takes(end); pass_gaps()) {
            if (auto fault = item()) return fault;
            pass_gaps();
            if (takes(",")) continue;
            return takes(end) ? std::nullopt : refuse("expected , or " + std::string(end));
        }
        return std::nullopt;
    }

    // What is between the quotes, of which three may have ends of lines between them; none without
    // the second.
    std::optional<std::string_view> quoted(std::string_view quote) {
        const bool is_long = quote.size() == 3;
        const std::size_t begin = at_ + quote.size();
        std::size_t end = begin;
        while (end < text_.size() && !text_.substr(end).starts_with(quote)) {
            if (text_[end] == '\n' && !is_long) return std::nullopt;
            end += text_[end] == '\\' && quote.front() == '"' ? 2 : 1;
        }
        if (end >= text_.size()) return std::nullopt;
        for (int more = 0; is_long && more < 2 && text_.substr(end + 1).starts_with(quote); ++more)
            ++end;  // quotes of the text itself, before those that end it
        advance(end + quote.size() - at_);
        return text_.substr(begin, end - begin);
    }

    std::string_view text_;
    const TakeTomlValue& take_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::string path_;
};

}  // namespace

std::optional<FileFault> read_toml(std::string_view text, const TakeTomlValue& take) {
    return Walk(text, take).document();
}

}  // namespace palette::formats
