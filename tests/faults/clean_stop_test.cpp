#include "base/process.hpp"
#include "catch.hpp"
#include "family.hpp"
#include "length.hpp"
#include "log_audit.hpp"
#include "writers.hpp"

namespace palette::test {

namespace {

constexpr std::chrono::seconds longest_stop{5};
constexpr std::size_t writes_between = 60;

TEST_CASE("SIGTERM under load ends each daemon soon, cleanly, with nothing lost", "[stop]") {
    BareFamily family;
    family.start_all();
    Writers writers(family);
    for (int i = 0; i < cycles(10); ++i) {
        const api::Daemon& daemon = *api::family[static_cast<std::size_t>(i) % api::family.size()];
        writers.let_write(writes_between);
        const Ending ending = family.stop(daemon);
        INFO(daemon.name);
        CHECK(ending.how == "ended with code 0");
        CHECK(ending.took < longest_stop);
        CHECK(family.verify(daemon) == "ended with code 0");
        family.start(daemon);
    }
    writers.let_write(writes_between);
    const Ledger acknowledged = writers.stop();
    CHECK(writers.complaints() == std::vector<std::string>{});
    auto client = family.connect();
    audit(client, writers.first(), acknowledged);
}

TEST_CASE("a daemon ends when its supervisor is gone", "[stop]") {
    BareFamily family;
    family.start_all();
    Writers writers(family);
    writers.let_write(writes_between);
    for (const api::Daemon* daemon : api::family) {
        const Ending ending = family.cut_lifeline(*daemon);
        INFO(daemon->name);
        CHECK(ending.how == "ended with code 0");
        CHECK(ending.took < longest_stop);
    }
    const Ledger acknowledged = writers.stop();
    family.start_all();
    auto client = family.connect();
    audit(client, writers.first(), acknowledged);
}

}  // namespace

}  // namespace palette::test
