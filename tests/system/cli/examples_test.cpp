// Every example that help and the manual print, run as it is printed: by a shell, in a terminal, in
// a family where alice has a palette alice/sea-glass, which is number 42, and bob has bob/dusk.
#include "base/files.hpp"
#include "catch.hpp"
#include "cli/command_line/dispatch.hpp"
#include "cli/commands/all.hpp"
#include "family.hpp"
#include "terminal.hpp"

#include <poll.h>

#include <csignal>

using namespace palette;
using test::Family;
using test::Place;
using test::Terminal;

namespace {

constexpr int number_of_sea_glass = 42;
// How long something that follows is watched before Ctrl-C.
constexpr int follow_ms = 300;

class Prepared : public Place {
  public:
    Prepared() {
        std::filesystem::create_directories(home().config);
        replace_file(home().config / "paletted.yaml", "password_memory_mib: 8\n");
        did({"up"});
    }

    void enter(const std::string& name) const {
        did({"register", name, "--password-stdin"}, std::string(test::password) + "\n");
    }

    // The people and palettes that examples speak of.
    void populate() const {
        enter("bob");
        did({"palette", "create", "--title", "Dusk", "#ff8800"});
        enter("alice");
        std::string lines;
        for (int i = 2; i < number_of_sea_glass; ++i)
            lines += R"({"title":"Gray )" + std::to_string(i) +
                     R"(","colors":["#808080"]})"
                     "\n";
        did({"import", "-"}, lines);
        did({"palette", "create", "--title", "Sea Glass", "#0b3954", "#bfd7ea"});
        if (cli::command_at("channel create") != nullptr) did({"channel", "create", "design"});
    }

    // The files that they read.
    void lay_files() const {
        const std::string secret = std::string(test::password) + "\n";
        replace_file(folder() / "password.txt", secret);
        replace_file(folder() / ".secret", secret);
        replace_file(folder() / "notes.txt", "A warmer grey.\nAnd less of it.\n");
        replace_file(folder() / "colors.txt", "#0b3954\n#bfd7ea\n");
        replace_file(folder() / "nord.gpl", "GIMP Palette\nName: Nord\n46 52 64\n");
        replace_file(folder() / "paletted.yaml", "log_level: warn\n");
        replace_file(folder() / "palettes.jsonl", R"({"title":"One","colors":["#fff"]})"
                                                  "\n");
    }

    void sign_in() const {
        did({"login", "alice", "--password-stdin"}, std::string(test::password) + "\n");
    }
};

bool ends_by_itself(std::string_view line) {
    const bool follows = line.find(" -f") != std::string_view::npos || line.starts_with("watch");
    return !follows || line.find("--count") != std::string_view::npos;
}

void check_example(const Prepared& family, const cli::CommandRow& command, std::string_view line) {
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
        const Prepared family;
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
