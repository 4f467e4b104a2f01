#include "service/settings.hpp"

#include "catch.hpp"
#include "temporary_folder.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace palette;
using namespace palette::test;

namespace {

Result<api::DaemonSettings> read(std::string_view text,
                                 const api::Daemon& daemon = api::palettes_daemon) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "settings.yaml";
    std::ofstream(file) << text;
    return service::read_settings(daemon, file);
}

std::uint64_t password_memory(const api::DaemonSettings& settings) {
    return std::get<api::PalettesSettings>(settings.own).password_memory_mib.value();
}

}  // namespace

TEST_CASE("settings that are not set have their defaults") {
    const TemporaryFolder folder;
    const auto missing =
        service::read_settings(api::palettes_daemon, folder.path() / "nowhere.yaml");
    REQUIRE(missing);
    CHECK(missing->common.log_level == api::LogLevel::info);
    for (const std::string_view text : {"", "# nothing\n", "---\n"}) {
        const auto empty = read(text);
        REQUIRE(empty);
        CHECK(empty->common.store_max_gib.value() == 64);
        CHECK(password_memory(*empty) == 64);
    }
}

TEST_CASE("the sample of each daemon has every setting, its default, bounds and when it changes") {
    for (const api::Daemon* daemon : api::family) {
        const std::filesystem::path sample =
            std::filesystem::path(PALETTE_CONFIG_FOLDER) / (std::string(daemon->name) + ".yaml");
        auto read = service::read_settings(*daemon, sample);
        REQUIRE(read);
        std::ifstream in(sample);
        const std::string text(std::istreambuf_iterator<char>(in), {});
        api::DaemonSettings defaults{.own = daemon->own_settings};
        const auto expected = api::parts_of(defaults);
        const auto found = api::parts_of(*read);
        for (std::size_t i = 0; i < found.size(); ++i) {
            for (const api::Member& member : found[i].shape->members) {
                CAPTURE(daemon->name, member.name);
                CHECK(api::setting_text(member, found[i].object) ==
                      api::setting_text(member, expected[i].object));
                const auto at = text.find("\n" + std::string(member.name) + ": ");
                REQUIRE(at != std::string::npos);
                const std::string line = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
                const bool at_once = std::ranges::count(found[i].at_run_time, member.name) > 0;
                CHECK((line.find("# * ") != std::string::npos) == at_once);
                if (member.shape->kind != api::Kind::whole) continue;
                CHECK_THAT(line, Catch::Contains(" " + std::to_string(member.shape->fewest) +
                                                 " to " + std::to_string(member.shape->most)));
            }
        }
    }
}

TEST_CASE("settings are read as they are written") {
    const auto settings = read("log_level: debug\nstore_max_gib: 4\npassword_memory_mib: '8'\n");
    REQUIRE(settings);
    CHECK(settings->common.log_level == api::LogLevel::debug);
    CHECK(settings->common.store_max_gib.value() == 4);
    CHECK(password_memory(*settings) == 8);
    CHECK(settings->common.store_reserve_mib.value() == 64);
}

TEST_CASE("a wrong setting is refused by its place") {
    const struct {
        std::string_view text;
        std::string_view place;
        std::string_view why;
    } cases[] = {
        {"log_level: loud", ":1:12:",
         "log_level: expected one of debug, info, warn, error (from which level on lines are "
         "logged), got \"loud\""},
        {"log_level: info\nstore_max_gib: 0", ":2:16:", "from 1 to 4096"},
        {"store_max_gib: 5000", ":1:16:", "from 1 to 4096"},
        {"store_max_gib: 4x", ":1:16:", "store_max_gib"},
        {"store_max_gib: 1.5", ":1:16:", "store_max_gib"},
        {"store_max_gib: [4]", ":1:16:", "store_max_gib"},
        {"store_max_gib: 99999999999999999999", ":1:16:", "store_max_gib"},
        {"store_max_gibs: 4", ":1:1:", "there is no setting \"store_max_gibs\""},
        {"log_level:", ":1:1:", "log_level: expected one value, got none"},
        {"log_level: info\nlog_level: warn", ":1:1:", "log_level is set twice"},
        {"- log_level", ":1:1:", "name: value"},
        {"just text", ":1:1:", "name: value"},
        {"log_level: [", ":", ""},
        {"? [a, b]\n: 1", ":", ""},
        {"\t- x", ":1:", ""},
    };
    for (const auto& one : cases) {
        INFO(one.text);
        const auto refused = read(one.text);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::invalid_argument);
        CHECK_THAT(refused.error().message, Catch::Contains(std::string(one.place)) &&
                                                Catch::Contains(std::string(one.why)));
    }
}

TEST_CASE("a setting of another daemon is refused, and a misspelt one has the nearest") {
    CHECK_FALSE(read("password_memory_mib: 8", api::broker_daemon));
    const auto misspelt = read("store_max_gibs: 4");
    REQUIRE_FALSE(misspelt);
    CHECK(misspelt.error().hint == "did you mean store_max_gib?");
}

TEST_CASE("of a file read again, what can change does, and the rest waits for a restart") {
    const auto started = read("log_level: info\nstore_max_gib: 4\n");
    const auto changed = read("log_level: warn\nstore_max_gib: 5\npassword_memory_mib: 8\n");
    REQUIRE((started && changed));
    const auto first = service::change_of(*started, *started, *changed);
    CHECK(first.taken_over == std::vector<std::string>{"log_level"});
    CHECK(first.need_restart == std::vector<std::string>{"store_max_gib", "password_memory_mib"});
    // A second time the level is in force; what waits is told of again.
    const auto second = service::change_of(*started, *changed, *changed);
    CHECK(second.taken_over.empty());
    CHECK(second.need_restart == first.need_restart);
    CHECK(service::change_of(*started, *started, *started).need_restart.empty());
}

TEST_CASE("settings are shown with where they come from") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "paletted.yaml";
    std::ofstream(file) << "# ours\nstore_max_gib:   4\n";
    const auto lines = service::settings_lines(api::palettes_daemon, file);
    REQUIRE(lines);
    CHECK(*lines ==
          "log_level\tinfo\tdefault\n"
          "store_max_gib\t4\t" +
              file.string() +
              ":2:18\n"
              "store_reserve_mib\t64\tdefault\n"
              "password_memory_mib\t64\tdefault\n");
}
