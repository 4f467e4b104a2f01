#include "cli/commands/completion.hpp"

#include "cli/completion/candidates.hpp"
#include "cli/completion/scripts.hpp"
#include "cli/context.hpp"

namespace palette::cli {

Result<Exit> Completion::run(Context& context) const {
    context.out().write(completion_script(shell));
    return Exit::done;
}

Result<Exit> Complete::run(Context& context) const {
    if (words.empty()) return Exit::done;
    std::vector<std::string> typed;
    for (const LineWord& word : words)
        typed.push_back(word.text());
    context.out().write(lines_of(candidates_for(context, read_line(typed))));
    return Exit::done;
}

}  // namespace palette::cli
