// What a word of a command line may become: names of commands and options and their choices, read
// off the rows, and values that depend on their type (value_sources.hpp).
#pragma once

#include "cli/completion/line.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace palette::cli {

// More would be no help to anybody.
inline constexpr std::size_t most_candidates = 200;

// The whole word as it would stand in the line, and what it is, for shells that show that. Neither
// has a character that a shell or a terminal would act upon.
struct Candidate {
    std::string word;
    std::string_view says{};
};

struct Candidates {
    std::vector<Candidate> words{};  // at most most_candidates
    bool files = false;              // a file may stand here: the shell knows its files best
};

// In the order in which they are to be shown. A daemon that is needed and away leaves nothing.
[[nodiscard]] Candidates candidates_for(Context& context, const Line& line);

// A line a candidate: the word, and after a tab what it is; ":files" as the last, for files.
[[nodiscard]] std::string lines_of(const Candidates& candidates);

}  // namespace palette::cli
