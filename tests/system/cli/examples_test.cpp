// Every example that help and the manual print, run as it is printed: by a shell, in a terminal, in
// a family where alice has a palette alice/sea-glass, which is number 42, and bob has bob/dusk.
#include "catch.hpp"
#include "cli/commands/all.hpp"
#include "example_family.hpp"
#include "terminal.hpp"

#include <poll.h>

#include <csignal>

using namespace palette;
using test::ends_by_itself;
using test::ExampleFamily;
using test::Terminal;

namespace {

// How long something that follows is watched before Ctrl-C.
constexpr int follow_ms = 300;

void check_example(const ExampleFamily& family, const cli::CommandRow& command,
                   std::string_view line) {
    Terminal terminal(
        family.launched_shell("sh", {"-c", "cd && exec palettectl " + std::string(line)}));
    if (!ends_by_itself(line)) {
        ::poll(nullptr, 0, follow_ms);
        terminal.type("\x03");
    }
    if (command.facts->asks_secret) terminal.answer_secrets(std::string(test::password) + "\n");
    const std::string shown = terminal.see_end();
    INFO(shown);
    CHECK(terminal.code() == (ends_by_itself(line) ? 0 : 130));
}

}  // namespace

TEST_CASE("every example of every command does what it says") {
    for (const cli::CommandRow* command : cli::commands()) {
        const ExampleFamily family;
        family.lay_files();
        const bool opens_account = command->facts->path == "register";
        if (!opens_account) family.populate();
        for (const cli::Example& example : command->facts->examples) {
            INFO(example.line);
            // The example before may have signed out, or stopped the family.
            family.did({"up"});
            if (!opens_account) family.sign_in();
            check_example(family, *command, example.line);
        }
    }
}
