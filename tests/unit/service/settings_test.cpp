#include "service/settings.hpp"

#include "api/writer.hpp"
#include "catch.hpp"
#include "temporary_folder.hpp"

#include <fstream>
#include <iterator>

using namespace palette;
using namespace palette::test;

namespace {

Result<api::Settings> read(std::string_view text) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "settings.yaml";
    std::ofstream(file) << text;
    return service::read_settings(file);
}

}  // namespace

TEST_CASE("settings that are not set have their defaults") {
    const TemporaryFolder folder;
    const auto missing = service::read_settings(folder.path() / "nowhere.yaml");
    REQUIRE(missing);
    CHECK(missing->log_level == api::LogLevel::info);
    for (const std::string_view text : {"", "# nothing\n", "---\n"}) {
        const auto empty = read(text);
        REQUIRE(empty);
        CHECK(empty->store_max_gib.value() == 64);
    }
}

TEST_CASE("the settings file that is shown to people has every setting, its default and bounds") {
    const std::filesystem::path shown =
        std::filesystem::path(PALETTE_CONFIG_FOLDER) / "settings.yaml";
    const auto read = service::read_settings(shown);
    REQUIRE(read);
    CHECK(api::to_json(*read) == api::to_json(api::Settings{}));
    std::ifstream in(shown);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    for (const api::Member& member : api::shape_of<api::Settings>.members) {
        CAPTURE(member.name);
        const auto at = text.find("\n" + std::string(member.name) + ": ");
        REQUIRE(at != std::string::npos);
        const std::string line = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
        if (member.shape->kind != api::Kind::whole) continue;
        CHECK_THAT(line, Catch::Contains(" " + std::to_string(member.shape->fewest) + " to " +
                                         std::to_string(member.shape->most)));
    }
}

TEST_CASE("settings are read as they are written") {
    const auto settings = read("log_level: debug\nstore_max_gib: 4\npassword_memory_mib: '8'\n");
    REQUIRE(settings);
    CHECK(settings->log_level == api::LogLevel::debug);
    CHECK(settings->store_max_gib.value() == 4);
    CHECK(settings->password_memory_mib.value() == 8);
    CHECK(settings->store_reserve_mib.value() == 64);
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
        {"store_max_gibs: 4", ":1:1:", "there is no setting store_max_gibs"},
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
        CHECK(refused.error().message.find(one.place) != std::string::npos);
        CHECK(refused.error().message.find(one.why) != std::string::npos);
    }
}
