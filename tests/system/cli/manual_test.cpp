// The manual, as it is installed.
#include "catch.hpp"
#include "cli/commands/all.hpp"
#include "cli/render/printed.hpp"
#include "family.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace palette;
using test::Family;
using test::Ran;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> pages() {
    std::vector<std::string> paths;
    for (const auto& entry : fs::recursive_directory_iterator(PALETTE_MANUAL)) {
        if (entry.is_regular_file()) paths.push_back(entry.path().string());
    }
    std::ranges::sort(paths);
    return paths;
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool has(const std::string& program) {
    if (fs::exists(program)) return true;
    WARN("skipped: there is no " << program << "; scripts/deps test installs it");
    return false;
}

Ran ran(const std::string& program, std::vector<std::string> arguments) {
    return test::run({.arguments = std::move(arguments), .program = program});
}

// The lines between .EX and .EE below the heading, as they were before they became roff.
std::string example_below(const std::string& page, const std::string& heading) {
    const auto from = page.find("\n.EX\n", page.find("\n.SH " + heading + "\n"));
    REQUIRE(from != std::string::npos);
    std::string lines = page.substr(from + 5, page.find(".EE\n", from) - from - 5);
    std::erase(lines, '\\');
    return lines;
}

}  // namespace

TEST_CASE("the manual renders without a warning") {
    REQUIRE(pages().size() > 20);
    const bool has_mandoc = has("/usr/bin/mandoc");
    const bool has_groff = has("/usr/bin/groff");
    for (const std::string& page : pages()) {
        INFO(page);
        if (has_mandoc) CHECK(ran("mandoc", {"-T", "lint", "-W", "warning", page}).out.empty());
        if (!has_groff) continue;
        const Ran rendered = ran("groff", {"-ww", "-man", "-Kutf8", "-Tutf8", page});
        CHECK(rendered.code == 0);
        CHECK(rendered.err.empty());
    }
}

TEST_CASE("the manual knows every command, exit code and daemon") {
    const fs::path manual = PALETTE_MANUAL;
    const std::string first = text_of(manual / "man1/palettectl.1");
    CHECK_THAT(first, Catch::Contains("\\fBpalette create\\fR") &&
                          Catch::Contains("\\fB130\\fR\ninterrupted by Ctrl-C."));
    CHECK_THAT(text_of(manual / "man1/palettectl-palette.1"),
               Catch::Contains("--private") || Catch::Contains("\\-\\-private"));
    for (const std::string page : {"paletted.8", "palette-brokerd.8", "palette-popularityd.8"})
        CHECK(fs::exists(manual / "man8" / page));
}

TEST_CASE("a command's page says what it prints, and what is in an object once") {
    for (const cli::CommandRow* command : cli::commands()) {
        const std::string_view path = command->facts->path;
        const auto name = "palettectl-" + std::string(path.substr(0, path.find(' '))) + ".1";
        const std::string page = text_of(fs::path(PALETTE_MANUAL) / "man1" / name);
        INFO(path);
        CHECK_THAT(page, Catch::Contains("\nOutput:\n"));
        const cli::Printed* printed = command->facts->prints;
        if (printed == nullptr) continue;
        for (const cli::Column& column : printed->columns)
            CHECK_THAT(page, Catch::Contains(std::string(column.name)));
        const api::Shape* item = cli::item_of(*printed);
        const api::Shape& object = item == nullptr ? *printed->shape : *item;
        const std::string heading = "\n.SS " + std::string(object.name) + "\n";
        CHECK_THAT(page, Catch::Contains(heading));
        CHECK(page.find(heading) == page.rfind(heading));
        for (const api::Member& member : object.members)
            CHECK_THAT(page, Catch::Contains("\\fB" + std::string(member.name) + "\\fR ("));
    }
}

TEST_CASE("the protocol's example is a program that works") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Sea Glass", "#0b3954", "#bfd7ea"});
    if (ran("/usr/bin/python3", {"-c", "import zmq"}).code != 0) {
        WARN("skipped: there is no pyzmq; scripts/deps test installs it");
        return;
    }
    const auto script = family.home().state / "example.py";
    std::ofstream(script) << example_below(
        text_of(fs::path(PALETTE_MANUAL) / "man7/palette-protocol.7"), "EXAMPLE");
    const Ran asked =
        ran("/usr/bin/python3", {script.string(), (family.home().run / "paletted.sock").string()});
    INFO(asked.err);
    CHECK(asked.out == "alice/sea-glass Sea Glass #0b3954 #bfd7ea\n");
}
