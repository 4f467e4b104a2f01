#include "cli/input/confirm.hpp"

#include "cli/context.hpp"
#include "term/safe_text.hpp"

#include <unistd.h>

#include <cstdio>

namespace palette::cli {

namespace {

// What of an answer is looked at; the rest of its line is read and dropped.
constexpr std::size_t most_answer = 4;

std::string read_answer() {
    std::string answer;
    for (int c = std::getchar(); c != EOF && c != '\n'; c = std::getchar()) {
        if (answer.size() < most_answer) answer.push_back(static_cast<char>(c));
    }
    return answer;
}

}  // namespace

Result<bool> consents(const Context& context, Consent consent, const std::string& question) {
    if (consent == Consent::given) return true;
    const bool is_asked =
        !context.options().no_input && ::isatty(STDIN_FILENO) != 0 && context.notes().is_terminal;
    if (!is_asked) {
        return refuse(ErrorKind::invalid_argument, "yes", "nobody was asked whether to do this",
                      "add --yes");
    }
    static_cast<void>(std::fprintf(stderr, "%s [y/N] ", term::safe_line(question).c_str()));
    const std::string answer = read_answer();
    return answer == "y" || answer == "Y" || answer == "yes";
}

}  // namespace palette::cli
