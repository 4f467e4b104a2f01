#include "base/home.hpp"

#include "catch.hpp"

#include <map>

using palette::Home;

namespace {

Home home_with(std::map<std::string, std::string> variables) {
    return Home::from([variables](const char* name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        if (found == variables.end()) return std::nullopt;
        return found->second;
    });
}

}  // namespace

TEST_CASE("with PALETTECTL_HOME everything lies below it") {
    const Home home =
        home_with({{"PALETTECTL_HOME", "/srv/p"}, {"XDG_RUNTIME_DIR", "/run/user/1"}});
    CHECK(home.config == "/srv/p/config");
    CHECK(home.state == "/srv/p/state");
    CHECK(home.data == "/srv/p/data");
    CHECK(home.run == "/srv/p/run");
    CHECK(home.logs == "/srv/p/logs");
}

TEST_CASE("without it the XDG folders are used and relative ones ignored") {
    const Home home = home_with({{"HOME", "/home/a"},
                                 {"XDG_CONFIG_HOME", "/etc/a"},
                                 {"XDG_DATA_HOME", "relative"},
                                 {"XDG_RUNTIME_DIR", "/run/user/1"}});
    CHECK(home.config == "/etc/a/palettectl");
    CHECK(home.data == "/home/a/.local/share/palettectl");
    CHECK(home.run == "/run/user/1/palettectl");
}

TEST_CASE("sockets have a private place when there is no runtime folder") {
    CHECK(home_with({{"HOME", "/home/a"}}).run == "/home/a/.local/state/palettectl/run");
}

TEST_CASE("with no home at all it says so") {
    CHECK_THROWS_WITH(home_with({}), Catch::Contains("PALETTECTL_HOME"));
}
