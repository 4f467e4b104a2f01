// Settings: of palettectl itself, and of daemons that run.
#include "base/file_lock.hpp"
#include "base/files.hpp"
#include "catch.hpp"
#include "cli/config/own_settings.hpp"
#include "eventually.hpp"
#include "family.hpp"

#include <csignal>
#include <filesystem>

using namespace palette;
using test::eventually;
using test::Family;
using test::Place;
using test::Ran;

namespace {

void configure(const Place& place, const std::string& program, const std::string& text) {
    std::filesystem::create_directories(place.home().config);
    replace_file(place.home().config / (program + ".yaml"), text);
}

std::string lines_with(const std::string& text, const std::string& part) {
    std::string found;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        if (line.find(part) != std::string::npos) found += line + "\n";
        at = end == std::string::npos ? text.size() : end + 1;
    }
    return found;
}

}  // namespace

TEST_CASE("an option goes before the settings file, and that before the default") {
    const Place place;
    configure(place, "palettectl", "format: json\n");
    CHECK_THAT(place.did({"version"}), Catch::StartsWith("{\"name\""));
    CHECK_THAT(place.did({"version", "--format", "tsv"}), Catch::StartsWith("palettectl\t"));
    const Ran refused = place.ctl({"palette", "show", "1"});
    CHECK_THAT(refused.err, Catch::StartsWith(R"({"error":)"));
    CHECK(refused.code == 6);
    configure(place, "palettectl", "as: bob\n");
    CHECK_THAT(place.ctl({"whoami"}).err, Catch::Contains("bob is not signed in"));
    auto launched = place.launched({"whoami"});
    launched.variables.push_back("PALETTECTL_AS=carol");
    CHECK_THAT(test::run(launched).err, Catch::Contains("carol is not signed in"));
    CHECK_THAT(place.ctl({"whoami", "--as", "dave"}).err, Catch::Contains("dave is not signed in"));
}

TEST_CASE("what was read of the settings file is kept until the file changes") {
    const Place place;
    std::filesystem::create_directories(place.home().state);
    configure(place, "palettectl", "format: json\n");
    CHECK_THAT(place.did({"version"}), Catch::StartsWith("{"));
    CHECK_THAT(place.did({"version"}), Catch::StartsWith("{"));
    configure(place, "palettectl", "format: tsv \n");
    CHECK_THAT(place.did({"version"}), Catch::StartsWith("palettectl\t"));
    // What is kept needs no program.
    auto without_programs = place.launched({"version"});
    without_programs.variables.push_back("PALETTECTL_LIBEXEC=/nonexistent");
    CHECK_THAT(test::run(without_programs).out, Catch::StartsWith("palettectl\t"));
    std::filesystem::remove(place.home().config / "palettectl.yaml");
    CHECK_THAT(place.did({"version", "--json"}), Catch::StartsWith("{"));
}

TEST_CASE("each setting is shown with where it comes from") {
    const Place place;
    configure(place, "palettectl", "# ours\ntimeout: 9s\n");
    configure(place, "paletted", "password_memory_mib: 8\n");
    const std::string shown = place.did({"config", "show", "--color", "never"});
    const std::string folder = place.home().config.string();
    CHECK_THAT(shown, Catch::Contains("palettectl\tcolor\tnever\toption\n"));
    CHECK_THAT(shown,
               Catch::Contains("palettectl\ttimeout\t9s\t" + folder + "/palettectl.yaml:2:10\n"));
    CHECK_THAT(shown, Catch::Contains("paletted\tlog_level\tinfo\tdefault\n"));
    CHECK_THAT(shown, Catch::Contains("paletted\tpassword_memory_mib\t8\t" + folder +
                                      "/paletted.yaml:1:22\n"));
}

TEST_CASE("a broken file is told of by line and column, and help works on") {
    const Place place;
    configure(place, "palettectl", "color: auto\nformt: json\n");
    const Ran refused = place.ctl({"whoami"});
    CHECK(refused.code == 2);
    CHECK_THAT(refused.err, Catch::Contains("palettectl.yaml:2:1: there is no setting \"formt\": "
                                            "did you mean format?"));
    CHECK(place.ctl({"help"}).code == 0);
    CHECK(place.ctl({"version"}).code == 0);
    CHECK(place.did({"complete", "--", "palette", "sh"}).starts_with("show\t"));
    CHECK_THAT(place.ctl({"config", "check"}).out, Catch::Contains("did you mean format?"));
    configure(place, "paletted", "log_level: loud\n");
    const Ran checked = place.ctl({"config", "check"});
    CHECK(checked.code == 1);
    CHECK_THAT(checked.out, Catch::Contains("paletted.yaml:1:12: log_level: expected one of") &&
                                Catch::Contains("palettectl.yaml:2:1") &&
                                Catch::Contains("palette-brokerd.yaml\twell\n"));
}

TEST_CASE("the sample of palettectl's settings has every setting, and its defaults") {
    const Place place;
    const std::string defaults = place.did({"config", "show"});
    const auto sample = std::filesystem::path(PALETTE_CONFIG_FOLDER) / "palettectl.yaml";
    std::string text = read_small_file(sample, 4096).value();
    configure(place, "palettectl", text);
    const std::string shown = place.did({"config", "show"});
    for (const api::Member& member : api::shape_of<cli::OwnSettings>.members) {
        const std::string name(member.name);
        CHECK_THAT(text,
                   Catch::Contains("\n" + name + ": ") || Catch::Contains("\n# " + name + ": "));
        const auto value = [&](const std::string& lines) {
            const std::string line = lines_with(lines, "palettectl\t" + name + "\t");
            return line.substr(0, line.rfind('\t'));
        };
        CHECK(value(shown) == value(defaults));
        // What is a comment in it would be well if it were none.
        const auto comment = text.find("\n# " + name + ": ");
        if (comment != std::string::npos) text.erase(comment + 1, 2);
    }
    configure(place, "palettectl", text);
    CHECK(place.ctl({"config", "check"}).code == 0);
    CHECK_THAT(place.did({"config", "show", "--format", "tsv"}),
               Catch::Contains("palettectl\tas\talice\t"));
}

TEST_CASE("a file that is not in its place yet is checked as what it is named") {
    const Place place;
    const auto file = place.folder() / "palette-brokerd.yaml";
    replace_file(file, "log_level: warn\n");
    CHECK(place.ctl({"config", "check", file.string()}).code == 0);
    replace_file(file, "password_memory_mib: 8\n");
    CHECK(place.ctl({"config", "check", file.string()}).code == 1);
    CHECK(place.ctl({"config", "check", (place.folder() / "nothing.yaml").string()}).code == 2);
}

TEST_CASE("a daemon that is told to reads its settings again; a broken file changes nothing") {
    const Family family;
    const auto pid = FileLock::holder(family.home().daemon_lock("paletted")).value();
    const auto reread = [&](const std::string& text, const std::string& event) {
        configure(family, "paletted", text);
        REQUIRE(::kill(pid, SIGHUP) == 0);
        std::string lines;
        REQUIRE(eventually([&] {
            const auto log = read_small_file(family.home().log("paletted"), 1024 * 1024);
            lines = lines_with(log.value_or(""), event);
            return !lines.empty();
        }));
        return lines;
    };
    CHECK_THAT(reread("store_reserve_mib: 32\npassword_memory_mib: 16\n", "settings.need_restart"),
               Catch::Contains("names=password_memory_mib"));
    CHECK_THAT(reread("store_reserve_mib: 32\n", "settings.read"),
               Catch::Contains("changed=store_reserve_mib"));
    CHECK_THAT(reread("log_levl: warn\n", "settings.refused"),
               Catch::Contains("there is no setting"));
    // What is reserved is more than any disk has: writes are refused at once.
    static_cast<void>(reread("store_reserve_mib: 1048576\nlog_level: debug\n", "log_level"));
    CHECK(family.ctl({"register", "alice", "--password-stdin"}, "correct horse battery").code == 7);
}
