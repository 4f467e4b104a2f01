// An event that a consumer cannot take in: it is put aside, said to be, tried again when somebody
// asks, and gone once the source tells of its state anew.
#include "catch.hpp"
#include "family.hpp"
#include "impostor.hpp"
#include "log_audit.hpp"

namespace palette::test {

namespace {

constexpr std::string_view undigested = "palette/1";

// All daemons have it: this one is asked.
template <class M>
rpc::Asked asked_of() {
    return {.daemon = &api::popularity_daemon, .method = &api::row_of<M>, .params = "{}"};
}

}  // namespace

TEST_CASE("an event that cannot be taken in is put aside, retried, and gone with a snapshot",
          "[parking]") {
    BareFamily family;
    family.start_all();
    auto client = family.connect();
    const Person person = sign_up(client, "somebody");
    static_cast<void>(wait_for_relays(client, person));
    family.kill(api::palettes_daemon);
    const auto health = [&] {
        const auto json = client.ask(asked_of<api::AskHealth>());
        if (!json) FAIL(json.error().message);
        return *api::read_json<api::Health>(*json);
    };
    const auto retry = [&] {
        const auto json = client.ask(asked_of<api::RetryParked>());
        if (!json) FAIL(json.error().message);
        return api::read_json<api::Retried>(*json)->parked.value();
    };
    CHECK(health().parked.value() == 0);
    const api::HealthState state = health().state;

    Impostor impostor(client);
    impostor.tell(undigested, R"({"shape":"of a later version"})");
    CHECK(eventually([&] { return health().parked.value() == 1; }));
    impostor.tell(undigested, R"({"shape":"and once more"})");
    CHECK(eventually([&] { return health().parked.value() == 2; }));
    const api::Health degraded = health();
    CHECK(degraded.state != state);
    REQUIRE(degraded.problem);
    CHECK_THAT(degraded.problem->text(), Catch::Contains("palette.created"));
    // The rest is as it was.
    CHECK(popular(client).size() == 1);

    CHECK(retry() == 2);
    // It is as indigestible as before.
    CHECK(eventually([&] { return health().parked.value() == 2 && health().problem; }));
    family.kill(api::popularity_daemon);
    family.start(api::popularity_daemon);
    CHECK(health().parked.value() == 2);

    // paletted finds events in the log that are none of its own, and begins anew: a snapshot.
    family.start(api::palettes_daemon);
    CHECK(eventually([&] { return health().parked.value() == 0; }));
    CHECK(health().state == state);
    CHECK_FALSE(health().problem);
    CHECK(retry() == 0);
    CHECK(popular(client).size() == 1);
}

}  // namespace palette::test
