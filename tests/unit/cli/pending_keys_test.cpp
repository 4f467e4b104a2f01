#include "cli/pending_keys.hpp"

#include "catch.hpp"
#include "temporary_folder.hpp"

using namespace palette;
using namespace palette::cli;

namespace {

const Timestamp noon{1'800'000'000'000};
const PendingWrite creation{"alice", "palette.create", R"({"title":"Dusk"})"};

Uuid key_of(Timestamp at) {
    SystemRandom random;
    return make_uuid7(at, random);
}

}  // namespace

TEST_CASE("the same write finds its key, another does not") {
    const test::TemporaryFolder folder;
    const PendingKeys keys(folder.path() / "pending");
    const Uuid key = key_of(noon);
    CHECK_FALSE(keys.find(creation, noon));
    keys.remember(creation, key, noon);
    CHECK(keys.find(creation, noon) == key);
    for (const PendingWrite& other :
         {PendingWrite{"bob", creation.method, creation.params},
          PendingWrite{creation.who, "palette.delete", creation.params},
          PendingWrite{creation.who, creation.method, R"({"title":"Dawn"})"},
          PendingWrite{"alicepalette", ".create", creation.params}}) {
        CHECK_FALSE(keys.find(other, noon));
    }
    keys.forget(creation);
    CHECK_FALSE(keys.find(creation, noon));
}

TEST_CASE("a key older than daemons keep it is dropped") {
    const test::TemporaryFolder folder;
    const PendingKeys keys(folder.path() / "pending");
    keys.remember(creation, key_of(noon), noon);
    const Timestamp next_day = noon + std::chrono::hours(24);
    CHECK_FALSE(keys.find(creation, next_day));
    const PendingWrite other{"bob", creation.method, creation.params};
    keys.remember(other, key_of(next_day), next_day);
    const std::filesystem::directory_iterator files(folder.path() / "pending");
    CHECK(std::distance(begin(files), end(files)) == 1);
}
