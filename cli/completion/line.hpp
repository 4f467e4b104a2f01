// A command line that is not finished: what its last word may become. It is understood by the same
// rows as a finished one, but nothing in it is refused: what cannot be understood leaves nothing to
// offer.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/command_line/parse.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palette::cli {

struct Line {
    const CommandRow* command = nullptr;  // null while its name is not whole
    std::string noun{};                   // of the name, what is there
    std::vector<std::string> placed{};    // arguments that are no options
    std::vector<const api::Member*> given{};
    std::string as{};  // what --as was given

    std::string_view typed{};   // the last word, or what stands behind the = in it
    std::string_view before{};  // "--format=" when it is so
    // The option whose value the last word is, or the argument it stands in the place of; null when
    // it may be an option's name or part of the command's.
    const api::Member* value_of = nullptr;
    bool only_arguments = false;  // a -- stands before
};

// `words` are those after the program's name, the last the one to complete, which may be empty.
// There must be one, and they outlive the line.
[[nodiscard]] Line read_line(std::span<const std::string> words);

}  // namespace palette::cli
