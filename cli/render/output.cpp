#include "cli/render/output.hpp"

#include <cerrno>
#include <system_error>

namespace palette::cli {

Layout layout_of(const GlobalOptions& options, const term::Terminal& terminal) {
    switch (options.format.value_or(Format::text)) {
        case Format::json:
            return Layout::json;
        case Format::jsonl:
            return Layout::jsonl;
        case Format::tsv:
            return Layout::tsv;
        case Format::text:
            break;
    }
    return terminal.is_terminal || options.color == When::always ? Layout::people : Layout::tsv;
}

term::ColorMode color_mode(When when) {
    switch (when) {
        case When::auto_:
            return term::ColorMode::automatic;
        case When::always:
            return term::ColorMode::always;
        case When::never:
            return term::ColorMode::never;
    }
    return term::ColorMode::automatic;
}

void Output::write(std::string_view text) {
    if (text.empty()) return;  // which may stand nowhere
    if (std::fwrite(text.data(), 1, text.size(), stream_) != text.size()) {
        throw std::system_error(errno, std::generic_category(), "writing the answer");
    }
}

void Output::flush() {
    if (std::fflush(stream_) != 0) {
        throw std::system_error(errno, std::generic_category(), "writing the answer");
    }
}

}  // namespace palette::cli
