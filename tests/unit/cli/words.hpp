// A command line as a shell would split it: blanks, and quotes of both kinds.
#pragma once

#include "cli/command_line/parse.hpp"

#include <string>
#include <string_view>

namespace palette::test {

inline cli::Words words_of(std::string_view line) {
    cli::Words words;
    bool in_word = false;
    char quote = 0;
    for (const char c : line) {
        if (quote == 0 && c == ' ') {
            in_word = false;
            continue;
        }
        if (!in_word) words.emplace_back();
        in_word = true;
        if (quote == 0 && (c == '\'' || c == '"')) {
            quote = c;
        } else if (c == quote) {
            quote = 0;
        } else {
            words.back().push_back(c);
        }
    }
    return words;
}

}  // namespace palette::test
