#include "cli/command_line/strangers.hpp"

#include "api/faults.hpp"
#include "base/nearest_word.hpp"

#include <algorithm>
#include <array>

namespace palette::cli {

namespace {

// People try these; their values are never taken from the command line, nor repeated.
constexpr std::array<std::string_view, 4> secret_options{"--password", "--passwd", "--token",
                                                         "--secret"};
constexpr std::string_view ways_for_secrets =
    "use the prompt, --password-stdin or --password-file; PALETTECTL_TOKEN_FILE for a token";

Error usage_error(std::string message, std::string hint) {
    return {.kind = ErrorKind::invalid_argument,
            .message = std::move(message),
            .hint = std::move(hint)};
}

std::vector<std::string> option_labels(const Parsed& parsed) {
    std::vector<std::string> labels;
    for (const auto* rows : {&parsed.own, &parsed.global}) {
        for (const Given& given : *rows) {
            if (given.label.starts_with("--")) labels.push_back(given.label);
        }
    }
    return labels;
}

}  // namespace

Error stranger_error(const CommandRow& command, const Parsed& parsed) {
    const std::string& word = parsed.strangers.front();
    const std::string path(command.facts->path);
    const std::string prefix = path.empty() ? "" : path + ": ";
    const std::string help = path.empty() ? "palettectl help" : "palettectl " + path + " --help";
    if (!word.starts_with('-') || word.size() == 1) {
        if (command.facts->asks_secret) {
            return usage_error(prefix + "one argument too many: a password is never given as one",
                               std::string(ways_for_secrets));
        }
        return usage_error(prefix + api::shown(word) + " is one argument too many", help);
    }
    // "-pSECRET" is shown as "-p".
    const std::string name = word.substr(0, word.starts_with("--") ? word.find('=') : 2);
    if (std::ranges::count(secret_options, name) > 0) {
        return usage_error(name + ": a secret is never given as an argument",
                           std::string(ways_for_secrets));
    }
    const auto labels = option_labels(parsed);
    return usage_error(prefix + "no option " + api::shown(name),
                       did_you_mean(nearest_word(name, labels), help));
}

}  // namespace palette::cli
