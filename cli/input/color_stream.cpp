#include "cli/input/color_stream.hpp"

#include "base/trim.hpp"
#include "cli/context.hpp"
#include "cli/input/colors.hpp"
#include "cli/input/stdin_text.hpp"
#include "color/parse.hpp"
#include "formats/jsonl.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
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
        constexpr std::size_t block_bytes = 64 * 1024;
        std::vector<char> block(block_bytes);
        const auto take_line = [this](const formats::Line& line) { take(line); };
        while (!refused_) {
            const ssize_t taken = ::read(STDIN_FILENO, block.data(), block.size());
            if (taken < 0 && errno == EINTR) continue;
            if (taken < 0) throw std::system_error(errno, std::generic_category(), "stdin");
            if (taken == 0) break;
            lines_.add({block.data(), static_cast<std::size_t>(taken)}, take_line);
        }
        if (!refused_) lines_.finish(take_line);
        if (refused_) return refuse(*std::move(refused_));
        if (!any_) return refuse(no_colors());
        return {};
    }

  private:
    void take(const formats::Line& line) {
        if (refused_) return;
        const std::string_view text = trimmed(line.text);
        if (text.empty() && !line.too_long) return;
        const auto notation = color::parse_pasted(text);
        if (!notation) {
            refused_ = noted(context_, text, "line " + std::to_string(line.number)).error();
            return;
        }
        any_ = true;
        take_({text, *notation});
    }

    const Context& context_;
    const TakeColor& take_;
    formats::LineCutter lines_;
    std::optional<Error> refused_{};
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
    for (std::size_t i = 0; i < notations.size(); ++i)
        take({words[i].text(), notations[i]});
    return {};
}

Result<std::vector<color::Coordinates>> all_colors(Context& context, const ColorArguments& words) {
    std::vector<color::Coordinates> colors;
    bool is_too_many = false;
    const auto read = each_color(context, words, [&](const GivenColor& given) {
        is_too_many |= colors.size() == most_color_words;
        if (!is_too_many) colors.push_back(given.notation.color);
    });
    if (!read) return refuse(read.error());
    if (is_too_many) {
        return refuse(ErrorKind::invalid_argument, "color",
                      "more than " + std::to_string(most_color_words) + " colors at once");
    }
    return colors;
}

Result<color::Notation> one_color(const Context& context, const ColorText& word,
                                  std::string_view place) {
    return noted(context, word.text(), std::string(place));
}

}  // namespace palette::cli
