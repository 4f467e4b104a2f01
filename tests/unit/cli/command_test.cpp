// What holds for every command there is.
#include "cli/command_line/command.hpp"

#include "catch.hpp"
#include "cli/command_line/dispatch.hpp"
#include "cli/command_line/entries.hpp"
#include "cli/command_line/help.hpp"
#include "cli/command_line/option_names.hpp"
#include "cli/commands/all.hpp"
#include "cli/render/printed.hpp"
#include "term/width.hpp"
#include "words.hpp"

#include <algorithm>
#include <set>
#include <sstream>

using namespace palette;
using namespace palette::cli;

namespace {

// What stands before a redirection.
std::string_view command_line_of(const Example& example) {
    return example.line.substr(0, std::min(example.line.find(" <"), example.line.find(" >")));
}

std::size_t widest_line(const std::string& text) {
    std::size_t widest = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        widest = std::max(widest, term::width(line));
    return widest;
}

bool is_letter_of_names(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// In an object, or in what it holds.
bool is_in(const api::Shape& shape, std::string_view name) {
    if (shape.kind == api::Kind::list) return is_in(*shape.element, name);
    return std::ranges::any_of(shape.members, [&](const api::Member& member) {
        return member.name == name || is_in(*member.shape, name);
    });
}

std::vector<const Printed*> all_printed() {
    std::vector<const Printed*> all;
    for (const CommandRow* row : commands()) {
        for (const Printed* one : {row->facts->prints, row->facts->prints_with.prints}) {
            if (one != nullptr) all.push_back(one);
        }
    }
    return all;
}

const View plain{.painter = term::Painter(term::Depth::none), .columns = 80};

}  // namespace

TEST_CASE("every example is understood as the command it is an example of") {
    for (const CommandRow* row : commands()) {
        for (const Example& example : row->facts->examples) {
            INFO(example.line);
            auto found = find_command(test::words_of(command_line_of(example)));
            REQUIRE(found);
            CHECK(found->command == row);
            const auto parsed = parse(*found->command, found->words);
            REQUIRE(parsed);
            CHECK(parsed->strangers.empty());
            CHECK(read_command<GlobalOptions>(parsed->global));
            const bool asks_help = read_command<GlobalOptions>(parsed->global)->help;
            if (!asks_help) CHECK(row->check(parsed->own));
        }
    }
}

TEST_CASE("usage names what must be given, be it an option") {
    CHECK(usage_line(*command_at("export")) == "palettectl export [OPTION]... --as FORMAT REF");
    CHECK(usage_line(*command_at("palette create")) ==
          "palettectl palette create [OPTION]... COLOR...");
}

TEST_CASE("names in a command's description are names of its members") {
    for (const CommandRow* row : commands()) {
        INFO(row->facts->path);
        for (const std::string_view name : row->facts->positional)
            CHECK((name.empty() || api::find_member(*row->shape, name) != nullptr));
        for (const Letter& letter : row->facts->letters)
            CHECK((letter.letter == 0 || api::find_member(*row->shape, letter.member) != nullptr));
    }
}

TEST_CASE("no letter of a command means a common option") {
    for (const CommandRow* row : commands()) {
        for (const Letter& own : row->facts->letters) {
            for (const Letter& common : GlobalOptions::command.letters)
                CHECK((own.letter == 0 || own.letter != common.letter));
        }
    }
}

TEST_CASE("help shows every option and fits its terminal") {
    for (const CommandRow* row : commands()) {
        const std::string help = help_of(*row, plain);
        for (const api::Member& member : row->shape->members) {
            const bool placed = is_positional(*row->facts, member.name);
            const auto name = placed ? placeholder(member.name) : option_name(member.name);
            CHECK_THAT(help, Catch::Contains(name));
        }
        CHECK_THAT(help, Catch::Contains("--json"));
        for (const std::size_t columns : {80U, 40U}) {
            const View view{.painter = term::Painter(term::Depth::none), .columns = columns};
            INFO(help_of(*row, view));
            CHECK(widest_line(help_of(*row, view)) <= columns);
        }
    }
}

TEST_CASE("help of what asks no daemon leaves out the options about daemons") {
    const View view{.painter = term::Painter(term::Depth::none), .columns = 80};
    const auto help = [&](std::string_view path) { return help_of(*command_at(path), view); };
    CHECK_THAT(help("color show"), !Catch::Contains("--timeout") && !Catch::Contains("--key") &&
                                       !Catch::Contains("--as ") && Catch::Contains("--plain"));
    // It may ask for a palette.
    CHECK_THAT(help("palette check"), Catch::Contains("--timeout"));
    CHECK_THAT(help("popular"), Catch::Contains("--timeout"));
}

TEST_CASE("a command says what it prints, or is known to print something of its own") {
    const std::set<std::string_view> of_their_own{"completion", "export", "help", "palette convert",
                                                  "rpc"};
    for (const CommandRow* row : commands()) {
        const Command& facts = *row->facts;
        INFO(facts.path);
        CHECK((facts.prints == nullptr) == of_their_own.contains(facts.path));
        CHECK((facts.prints != nullptr || !facts.prints_else.empty()));
        const PrintsWith& with = facts.prints_with;
        CHECK((with.prints == nullptr) == with.option.empty());
        CHECK((with.prints == nullptr ||
               std::ranges::any_of(row->shape->members, [&](const api::Member& member) {
                   return option_name(member.name) == with.option;
               })));
    }
}

TEST_CASE("a column is a member of what it shows, or says what it is") {
    for (const Printed* printed : all_printed()) {
        INFO(printed->shape->name);
        REQUIRE(!printed->columns.empty());
        std::set<std::string_view> names;
        for (const Column& column : printed->columns) {
            INFO(column.name);
            CHECK(std::ranges::all_of(column.name, is_letter_of_names));
            CHECK(names.insert(column.name).second);
            CHECK((!column.note.empty() || is_in(*printed->shape, column.name)));
        }
    }
}

TEST_CASE("help tells the columns and members of what is printed") {
    const std::string help = help_of(*command_at("palette check"), plain);
    CHECK_THAT(help, Catch::Contains("  tsv                       palette, level, rule, places,"));
    CHECK_THAT(help, Catch::Contains("  json                      items, palettes, errors, ") &&
                         Catch::Contains("passed_over; of each item: palette, level, rule,\n"));
    CHECK_THAT(help, Catch::Contains("  tsv with --rules          rule, level, option, summary\n"));
    CHECK_THAT(help_of(*command_at("palette show"), plain),
               Catch::Contains("for each color: hex\n") && !Catch::Contains("json with --long"));
    CHECK_THAT(help_of(*command_at("export"), plain),
               Catch::Contains("\nOutput\n  The file, whatever --format says;"));
    const View spoken{.painter = term::Painter(term::Depth::none, term::Manner::plain),
                      .columns = 40};
    CHECK_THAT(help_of(*command_at("likes"), spoken),
               Catch::Contains("\ntsv: user, ref, liked_at\n"
                               "json: items, next; of each item: user, ref, liked_at\n"));
}

TEST_CASE("a noun's help is about its verbs") {
    const auto found = find_command({"palette", "--help"});
    REQUIRE(found);
    const auto parsed = parse(*found->command, found->words);
    REQUIRE(parsed);
    const auto help = found->command->explain(parsed->own, plain);
    REQUIRE(help);
    CHECK_THAT(*help, Catch::Contains("palette create") && Catch::Contains("palette show"));
    CHECK_THAT(*help, !Catch::Contains("whoami"));
}

TEST_CASE("the overview has a line for each command") {
    const std::string text = overview({}, plain);
    for (const CommandRow* row : commands())
        CHECK_THAT(text, Catch::Contains("  " + std::string(row->facts->path) + " "));
}

TEST_CASE("a misspelt topic of help is answered with the nearest") {
    const auto said = [](std::string_view word, std::span<const std::string_view> others) {
        return no_command(word, {}, others).hint;
    };
    constexpr std::array<std::string_view, 1> topics{"exit-codes"};
    CHECK(said("exit-code", topics) == "did you mean exit-codes?");
    CHECK(said("palete", topics) == "did you mean palette?");
}
