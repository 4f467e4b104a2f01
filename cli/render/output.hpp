// Where answers go: stdout, in one of four layouts. Data alone is written here; whatever else there
// is to say goes to stderr.
#pragma once

#include "base/clock.hpp"
#include "cli/command_line/global_options.hpp"
#include "term/capability.hpp"
#include "term/paint.hpp"

#include <cstdint>
#include <cstdio>
#include <string_view>

namespace palette::cli {

enum class Layout : std::uint8_t {
    people,  // aligned, colored: what --format text is on a terminal
    tsv,
    json,
    jsonl,
};

// Text is for people when somebody looks, or when colors are demanded of a pipe (for `less -R`).
[[nodiscard]] Layout layout_of(const GlobalOptions& options, const term::Terminal& terminal);

[[nodiscard]] term::ColorMode color_mode(When when);

// What a rendering for people needs to know.
struct View {
    term::Painter painter;
    std::size_t columns = term::default_columns;
    Timestamp now{};
};

class Output {
  public:
    // `stream` outlives this.
    Output(std::FILE* stream, Layout layout) : stream_(stream), layout_(layout) {}

    [[nodiscard]] Layout layout() const { return layout_; }

    // Both throw std::system_error when the stream takes no more, such as on a full disk.
    void write(std::string_view text);
    void flush();

  private:
    std::FILE* stream_;
    Layout layout_;
};

}  // namespace palette::cli
