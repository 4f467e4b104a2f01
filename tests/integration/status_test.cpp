// What a daemon says of itself.
#include "family_in_process.hpp"

#include <filesystem>

using namespace palette;
using namespace palette::test;

TEST_CASE("the size of a daemon with two stores is that of both") {
    FamilyInProcess family;
    const auto bytes_of = [&](std::string_view folder) {
        return std::filesystem::file_size(family.home->store(folder) / "data.mdb");
    };
    const std::uint64_t log = bytes_of(api::popularity_daemon.name);
    const std::uint64_t tables = bytes_of(popularity::Service::tables_folder);
    CHECK(family.health(api::popularity_daemon).store_bytes.value() >= log + tables);
    CHECK(family.health(api::palettes_daemon).store_bytes.value() >=
          bytes_of(api::palettes_daemon.name));
}

TEST_CASE("a daemon whose disk has too little room is degraded, whichever of its stores it is") {
    FamilyInProcess family;
    CHECK(family.health(api::popularity_daemon).state == api::HealthState::ready);
    family.popularity.service().tables_store.set_reserve(UINT64_MAX);
    const api::Health health = family.health(api::popularity_daemon);
    CHECK(health.state == api::HealthState::degraded);
    CHECK_THAT(health.problem->text(), Catch::Contains("writing stops below"));
    family.popularity.service().tables_store.set_reserve(0);
    CHECK(family.health(api::popularity_daemon).state == api::HealthState::ready);
}
