// That commands print what their descriptions say they print: the columns and members that help and
// the manual tell scripts to rely on. What is run are the examples.
#include "cli/render/printed.hpp"

#include "api/reader.hpp"
#include "api/writer.hpp"
#include "catch.hpp"
#include "cli/command_line/dispatch.hpp"
#include "cli/commands/all.hpp"
#include "example_family.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

using namespace palette;
using cli::Printed;
using test::ExampleFamily;

namespace {

struct Line {
    const cli::CommandRow* command;
    std::string words;  // after "palettectl"
};

// What no example shows, or only where there is something to show.
constexpr std::array<std::array<std::string_view, 2>, 7> beside_examples{{
    {"channel join", "design"},
    {"channel members", "design"},
    {"channel history", "design"},
    {"palette check", "colors.txt nord.gpl --max 1"},
    {"palette check", "--rules"},
    {"palette diff", "colors.txt nord.gpl"},
    {"palette show", "alice/sea-glass --long"},
}};

// After these there is less to be shown.
constexpr std::array<std::string_view, 4> last{"palette delete", "user delete", "logout", "down"};

// An example in a format of its own, or in none: so that one can be added.
std::string without_format(std::string_view line) {
    std::istringstream words{std::string(line)};
    std::string kept;
    for (std::string word; words >> word;) {
        if (word == "--format") {
            words >> word;
        } else if (word != "--json" && word != "--quiet") {
            kept += word + " ";
        }
    }
    return kept;
}

bool can_be_checked(const cli::Command& command, std::string_view line) {
    if (command.prints == nullptr || !test::ends_by_itself(line)) return false;
    // Who is asked for a secret needs a terminal; a report has a form of its own.
    return (!command.asks_secret || line.find("--password-file") != std::string_view::npos) &&
           line.find("--report") == std::string_view::npos;
}

std::vector<Line> all_lines() {
    std::vector<Line> lines;
    for (const cli::CommandRow* command : cli::commands()) {
        for (const cli::Example& example : command->facts->examples) {
            if (can_be_checked(*command->facts, example.line))
                lines.push_back({command, without_format(example.line)});
        }
    }
    for (const auto& [path, arguments] : beside_examples)
        lines.push_back(
            {cli::command_at(path), std::string(path) + " " + std::string(arguments) + " "});
    std::ranges::stable_sort(lines, {}, [](const Line& line) {
        const auto place = std::ranges::find(last, line.command->facts->path);
        return place == last.end() ? 0 : 1 + (place - last.begin());
    });
    return lines;
}

const Printed& printed_by(const Line& line) {
    const auto& [option, prints] = line.command->facts->prints_with;
    const bool has_option = prints != nullptr && line.words.find(option) != std::string::npos;
    return has_option ? *prints : *line.command->facts->prints;
}

// Calls check(printed, line) for each line that each command prints, and says what has come.
template <class Check>
std::set<const Printed*> print_all(std::string_view format, Check check) {
    const ExampleFamily family;
    family.lay_files();
    family.populate();
    std::set<const Printed*> seen;
    for (const Line& line : all_lines()) {
        // The example before has signed out.
        if (line.command->facts->path == "logout") family.sign_in();
        const std::string typed = "cd && exec palettectl " + line.words + std::string(format);
        const test::Ran ran = test::run(family.launched_shell("sh", {"-c", typed}));
        INFO(typed << "\n" << ran.out << ran.err);
        CHECK((ran.code == 0 || ran.code == 1));
        std::istringstream lines(ran.out);
        for (std::string one; std::getline(lines, one);) {
            check(printed_by(line), one);
            seen.insert(&printed_by(line));
        }
    }
    return seen;
}

// Fails for each that was not among what has come: what is not printed here is not checked.
void check_complete(const std::set<const Printed*>& seen) {
    for (const cli::CommandRow* command : cli::commands()) {
        INFO(command->facts->path);
        const auto& [option, prints] = command->facts->prints_with;
        CHECK((command->facts->prints == nullptr || seen.contains(command->facts->prints)));
        CHECK((prints == nullptr || seen.contains(prints)));
    }
}

// Read by its shape and written again: the same members in the same order, and no others.
std::string written_again(const api::Shape& shape, const std::string& json) {
    api::Document document(json.size());
    if (!document.parse(json)) return "no JSON";
    std::string again;
    api::with_blank(shape, [&](void* blank) {
        api::Faults faults;
        document.read_into(shape, blank, api::Unknown::refused, faults);
        if (faults.none()) api::append_json(again, shape, blank);
        if (!faults.none()) again = faults.error().message;
    });
    return again;
}

}  // namespace

TEST_CASE("a line of tsv has the columns that its command tells of") {
    const auto seen =
        print_all("--format tsv", [](const Printed& printed, const std::string& line) {
            CHECK(std::ranges::count(line, '\t') + 1 == std::ssize(printed.columns));
        });
    check_complete(seen);
}

TEST_CASE("an object of JSON has the members that its command tells of") {
    const auto seen = print_all("--json", [](const Printed& printed, const std::string& line) {
        CHECK(written_again(*printed.shape, line) == line);
    });
    check_complete(seen);
}
