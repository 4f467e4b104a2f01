#include "cli/input/color_stream.hpp"

#include "base/trim.hpp"
#include "base/utf8.hpp"
#include "cli/context.hpp"
#include "cli/input/colors.hpp"
#include "cli/input/stdin_text.hpp"
#include "color/parse.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

namespace palette::cli {

namespace {

Error no_colors() {
    return {.kind = ErrorKind::invalid_argument,
            .message =
                "no colors given: quote them ('#0b3954') or leave out the #, or give them "
                "one a line on stdin",
            .field = "color"};
}

Result<color::Notation> noted(const Context& context, std::string_view text,
                              const std::string& place) {
    auto read = color::parse_pasted(text);
    if (read) return *std::move(read);
    auto refused = read_color(context, text, place);
    Error error = refused.error();
    error.field = "color";
    return refuse(std::move(error));
}

// The lines of stdin, each a color; empty ones are passed over.
class StdinColors {
  public:
    StdinColors(const Context& context, const TakeColor& take) : context_(context), take_(take) {}

    Result<void> read_all() {
        while (read_block()) {
            const auto taken = take_lines();
            if (!taken) return refuse(taken.error());
        }
        if (const auto taken = take(begun()); !taken) return refuse(taken.error());
        if (!any_) return refuse(no_colors());
        return {};
    }

  private:
    static constexpr std::size_t block_bytes = 64 * 1024;

    // The line whose end has not come yet.
    [[nodiscard]] std::string_view begun() const { return {buffer_.data(), held_}; }

    // Behind the line that has begun; false at the end.
    bool read_block() {
        while (true) {
            const ssize_t got = ::read(STDIN_FILENO, buffer_.data() + held_, block_bytes);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) throw std::system_error(errno, std::generic_category(), "stdin");
            held_ += static_cast<std::size_t>(got);
            return got > 0;
        }
    }

    // All whole lines; what is left moves to the front.
    Result<void> take_lines() {
        std::string_view rest = begun();
        for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
            if (auto taken = take(rest.substr(0, end)); !taken) return taken;
            rest.remove_prefix(end + 1);
        }
        if (rest.size() > longest_color_line_bytes) return refuse(too_long(number_ + 1));
        std::memmove(buffer_.data(), rest.data(), rest.size());
        held_ = rest.size();
        return {};
    }

    Result<void> take(std::string_view line) {
        ++number_;
        if (line.size() > longest_color_line_bytes) return refuse(too_long(number_));
        const std::string_view text = trimmed(line);
        if (text.empty()) return {};
        if (!is_utf8(text)) {
            return refuse(ErrorKind::invalid_argument, "color", place(number_) + " is not UTF-8");
        }
        const auto notation = color::parse_pasted(text);
        if (!notation) return refuse(noted(context_, text, place(number_)).error());
        any_ = true;
        return take_({text, *notation});
    }

    [[nodiscard]] static std::string place(std::size_t line) {
        return "line " + std::to_string(line);
    }
    [[nodiscard]] static Error too_long(std::size_t line) {
        return {.kind = ErrorKind::invalid_argument,
                .message = place(line) + ": no color has more than " +
                           std::to_string(longest_color_line_bytes) + " bytes",
                .field = "color"};
    }

    const Context& context_;
    const TakeColor& take_;
    std::vector<char> buffer_ = std::vector<char>(block_bytes + longest_color_line_bytes);
    std::size_t held_ = 0;
    std::size_t number_ = 0;
    bool any_ = false;
};

}  // namespace

Result<void> each_color(Context& context, const ColorArguments& words, const TakeColor& take) {
    const bool is_stdin = words.size() == 1 && words[0].text() == stdin_word;
    if (is_stdin || (words.empty() && ::isatty(STDIN_FILENO) == 0)) {
        return StdinColors(context, take).read_all();
    }
    if (words.empty()) return refuse(no_colors());
    std::vector<color::Notation> notations;
    notations.reserve(words.size());
    for (const ColorText& word : words) {
        auto notation =
            noted(context, word.text(), "COLOR " + std::to_string(notations.size() + 1));
        if (!notation) return refuse(std::move(notation.error()));
        notations.push_back(*notation);
    }
    for (std::size_t i = 0; i < notations.size(); ++i) {
        if (auto taken = take({words[i].text(), notations[i]}); !taken) return taken;
    }
    return {};
}

Result<std::vector<color::Coordinates>> all_colors(Context& context, const ColorArguments& words) {
    std::vector<color::Coordinates> colors;
    const auto read = each_color(context, words, [&](const GivenColor& given) -> Result<void> {
        if (colors.size() == most_color_words) {
            return refuse(ErrorKind::invalid_argument, "color",
                          "more than " + std::to_string(most_color_words) + " colors at once");
        }
        colors.push_back(given.notation.color);
        return {};
    });
    if (!read) return refuse(read.error());
    return colors;
}

Result<color::Notation> one_color(const Context& context, const ColorText& word,
                                  std::string_view place) {
    return noted(context, word.text(), std::string(place));
}

}  // namespace palette::cli
