// palettectl: the command line of the registry. What it promises to scripts is in the manual;
// commands/ has a file for each noun.
#include "base/fd.hpp"
#include "cli/command_line/dispatch.hpp"
#include "cli/render/failure.hpp"
#include "cli/signals.hpp"

#include <cstdio>
#include <exception>

using namespace palette;

int main(int argc, char** argv) {
    fill_standard_streams();
    cli::end_politely_on_signals();
    const cli::Words words(argv + (argc > 0 ? 1 : 0), argv + argc);
    Result<cli::Exit> ended = cli::Exit::done;
    try {
        ended = cli::run(words);
    } catch (const std::exception& failure) {
        ended = refuse(ErrorKind::internal, "", failure.what());
    }
    if (ended) return static_cast<int>(*ended);
    const auto told = cli::asks_for_json(words) ? cli::failure_json : cli::failure_line;
    std::fputs(told(ended.error()).c_str(), stderr);
    return static_cast<int>(cli::exit_of(ended.error().kind));
}
