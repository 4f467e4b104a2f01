#include "cli/input/stdin_text.hpp"

#include "base/utf8.hpp"

#include <cstdio>

namespace palette::cli {

Result<std::string> read_text_from_stdin(std::string_view field) {
    std::string text;
    while (text.size() <= most_stdin_bytes) {
        const int byte = std::getchar();
        if (byte == EOF) break;
        text.push_back(static_cast<char>(byte));
    }
    if (text.size() > most_stdin_bytes) {
        return refuse(ErrorKind::invalid_argument, field, "stdin: more than 1 MiB");
    }
    if (!is_utf8(text)) return refuse(ErrorKind::invalid_argument, field, "stdin is not UTF-8");
    return text;
}

}  // namespace palette::cli
