#include "cli/command_line/parse.hpp"

#include "catch.hpp"
#include "cli/command_line/dispatch.hpp"
#include "cli/command_line/strangers.hpp"
#include "cli/commands/account.hpp"
#include "cli/commands/color.hpp"
#include "cli/commands/family.hpp"
#include "cli/commands/palette.hpp"
#include "cli/commands/palette_check.hpp"
#include "cli/commands/popularity.hpp"

using namespace palette;
using namespace palette::cli;

namespace {

template <class C>
Result<C> read(Words words) {
    const auto parsed = parse(row_of<C>, std::move(words));
    if (!parsed) return refuse(parsed.error());
    if (!parsed->strangers.empty()) return refuse(stranger_error(row_of<C>, *parsed));
    return read_command<C>(parsed->own);
}

template <class C>
std::string refusal(Words words) {
    const auto command = read<C>(std::move(words));
    REQUIRE_FALSE(command);
    CHECK(command.error().kind == ErrorKind::invalid_argument);
    return command.error().message + ": " + command.error().hint;
}

GlobalOptions global_of(Words words) {
    const auto parsed = parse(row_of<Popular>, std::move(words));
    REQUIRE(parsed);
    return read_command<GlobalOptions>(parsed->global).value();
}

std::vector<std::string> texts(const ColorWords& words) {
    std::vector<std::string> all;
    for (const ColorText& word : words)
        all.push_back(word.text());
    return all;
}

}  // namespace

TEST_CASE("options may stand anywhere, colors are what is left") {
    const auto command = read<PaletteCreate>(
        {"#fff", "--title", "Sea Glass", "000", "--tag", "calm", "--private", "red", "--tag=sea"});
    REQUIRE(command);
    CHECK(texts(command->color) == std::vector<std::string>{"#fff", "000", "red"});
    CHECK(command->title.text() == "Sea Glass");
    CHECK(command->tag.size() == 2);
    CHECK(command->private_);
}

TEST_CASE("a decimal number has at most two decimals and keeps its bounds") {
    struct Row {
        std::string text;
        std::int64_t hundredths;
    };
    for (const Row& row : {Row{"2.5", 250}, Row{"0.01", 1}, Row{"7", 700}, Row{"12.30", 1230}}) {
        INFO(row.text);
        CHECK(read<PaletteCheck>({"--distinct", row.text})->distinct->hundredths() ==
              row.hundredths);
    }
    for (const std::string text : {"", ".5", "5.", "2.555", "1e2", "0", "-1", "151", "1,5", " 1",
                                   "99999999999", "1.-5", "+1"}) {
        INFO(text);
        CHECK_THAT(refusal<PaletteCheck>({"--distinct", text}),
                   Catch::Contains("--distinct: expected a number with at most two decimals"));
    }
}

TEST_CASE("values are taken as they are") {
    for (const std::string title : {"[a,b]", "-x", "--", "a=b", "it's", "=", " a "}) {
        INFO(title);
        CHECK(read<PaletteCreate>({"--title", title, "#fff"})->title.text() == title);
    }
    CHECK(read<PaletteCreate>({"--title=a=b", "#fff"})->title.text() == "a=b");
    CHECK(read<PaletteCreate>({"--description=", "#fff"})->description.text().empty());
    CHECK(texts(read<PaletteCreate>({"[a,b]"})->color) == std::vector<std::string>{"[a,b]"});
    CHECK(texts(read<PaletteCreate>({"-"})->color) == std::vector<std::string>{"-"});
    CHECK(texts(read<PaletteCreate>({"--", "#fff", "-x"})->color).size() == 2);
}

TEST_CASE("short options may stand together") {
    const GlobalOptions global = global_of({"-qv"});
    CHECK(global.quiet);
    CHECK(global.verbose);
}

TEST_CASE("a command's own option goes before the common one of its name") {
    CHECK(read<Down>({"--timeout", "1m"})->timeout.length == std::chrono::minutes(1));
    const auto parsed = parse(row_of<Down>, {"--timeout", "1m"});
    CHECK(read_command<GlobalOptions>(parsed->global)->timeout == GlobalOptions{}.timeout);
}

TEST_CASE("an argument takes no option's name away") {
    const auto parsed = parse(row_of<ColorShow>, {"--color", "always", "red", "--plain"});
    REQUIRE(parsed);
    CHECK(parsed->strangers.empty());
    const auto global = read_command<GlobalOptions>(parsed->global).value();
    CHECK(global.color == When::always);
    CHECK(global.plain);
    CHECK(read_command<ColorShow>(parsed->own)->color.size() == 1);
}

TEST_CASE("what breaks a rule is refused in the words of the rule") {
    CHECK(refusal<Popular>({"--limit", "201"}) ==
          "--limit: expected a whole number from 1 to 200, got \"201\": ");
    CHECK(refusal<Popular>({"--limit", "-5"}) ==
          "--limit: expected a whole number from 1 to 200, got \"-5\": ");
    CHECK(refusal<Popular>({"--limit", "1", "--limit", "2"}) == "--limit: given more than once: ");
    CHECK(refusal<Popular>({"--limit"}) == "--limit needs a value: ");
    CHECK(refusal<PaletteCreate>({"--private=yes", "#fff"}) == "--private takes no value: ");
    CHECK(refusal<PaletteCreate>({"--title=", "#fff"}) ==
          "--title: expected 1 to 80 characters, not all of them blank, got \"\": ");
    CHECK(refusal<Like>({"sea glass"}) ==
          "REF: expected a palette: 42, alice/sea-glass or alice/sea-glass@3, got \"sea glass\": ");
    CHECK(refusal<Like>({}) ==
          "REF is missing: expected a palette: 42, alice/sea-glass or alice/sea-glass@3: "
          "palettectl like --help");
}

TEST_CASE("a title that nobody could see is refused") {
    for (const std::string title : {" ", " \t\n", "\u200b\u2060", "\u00ad\u3000", "\U000e0020"}) {
        INFO(title);
        CHECK_FALSE(read<PaletteCreate>({"--title", title, "#fff"}));
    }
    for (const std::string title : {"\u00e4", "\u65e5", "\U0001f3a8", " a", "\u200ba"})
        CHECK(read<PaletteCreate>({"--title", title, "#fff"}));
}

TEST_CASE("colors that the shell took for a comment are missed in so many words") {
    CHECK(refusal<PaletteCreate>({"--title", "x"}) ==
          "no colors given: quote them ('#0b3954') or leave out the #: ");
}

TEST_CASE("a word that belongs nowhere is named, with the nearest") {
    CHECK(refusal<PaletteCreate>({"--tilte", "x", "#fff"}) ==
          "palette create: no option \"--tilte\": did you mean --title?");
    CHECK(refusal<Like>({"a1/b", "c1/d"}) ==
          "like: \"c1/d\" is one argument too many: palettectl like --help");
    CHECK(refusal<Like>({"-x", "a1/b"}) == "like: no option \"-x\": palettectl like --help");
}

TEST_CASE("a secret given as an argument is refused and not repeated") {
    for (const Words& words : std::vector<Words>{{"alice", "hunter2"},
                                                 {"alice", "--password", "hunter2"},
                                                 {"alice", "--password=hunter2"},
                                                 {"alice", "--token=hunter2"},
                                                 {"alice", "-phunter2"}}) {
        const std::string said = refusal<Register>(words);
        INFO(said);
        CHECK(said.find("hunter2") == std::string::npos);
    }
}

TEST_CASE("a command is found among options, wherever they stand") {
    for (const Words& words : std::vector<Words>{{"palette", "create", "x"},
                                                 {"--as", "alice", "palette", "create", "x"},
                                                 {"--as=alice", "palette", "-q", "create", "x"},
                                                 {"palette", "--timeout", "5s", "create", "x"}}) {
        const auto found = find_command(words);
        REQUIRE(found);
        CHECK(found->command == &row_of<PaletteCreate>);
        CHECK(found->words.back() == "x");
        CHECK(found->words.size() == words.size() - 2);
    }
}

TEST_CASE("a misspelt command is refused with the nearest") {
    const auto hint = [](Words words) {
        const auto found = find_command(words);
        REQUIRE_FALSE(found);
        return found.error().message + ": " + found.error().hint;
    };
    CHECK(hint({"pallete", "show", "x"}) == "no command \"pallete\": did you mean palette?");
    CHECK(hint({"palette", "shwo", "x"}) ==
          "no command \"palette shwo\": did you mean palette show?");
    CHECK(hint({"ulnike"}) == "no command \"ulnike\": did you mean unlike?");
    CHECK(hint({"zzzzzz"}) == "no command \"zzzzzz\": palettectl help lists them");
    CHECK(find_command({"\x1b[2J"}).error().message.find('\x1b') == std::string::npos);
}

TEST_CASE("failures are told as JSON when it is asked for, wherever that stands") {
    CHECK(asks_for_json({"popular", "--json"}));
    CHECK(asks_for_json({"--format", "jsonl", "popular"}));
    CHECK(asks_for_json({"--format=json"}));
    CHECK_FALSE(asks_for_json({"--format", "tsv", "popular"}));
    CHECK_FALSE(asks_for_json({"palette", "create", "--", "--json"}));
}
