// An event that a consumer cannot take in: it is put aside, said to be, tried again when somebody
// asks, and gone once the source tells of its state anew.
#include "catch.hpp"
#include "family.hpp"
#include "log_audit.hpp"

namespace palette::test {

namespace {

constexpr std::string_view undigested = "palette/1";

// Writes into the log in the name of paletted, which is away: as a newer one might have written,
// before it was replaced by the older one again.
class Impostor {
  public:
    explicit Impostor(rpc::Client& client) : client_(client) {
        const auto status = client_.call(api::AskLogStatus{});
        if (!status) FAIL(status.error().message);
        for (const api::SourceStatus& one : status->sources) {
            if (one.source.text() != api::palettes_daemon.source) continue;
            incarnation_ = one.incarnation;
            sequence_ = one.sequence.value();
        }
    }
    void tell(std::string_view subject, std::string_view data) {
        const api::NewEvent event{.type = *api::Word::from(api::PaletteCreated::event.name),
                                  .subject = *api::Word::from(subject),
                                  .time = SystemClock().now(),
                                  .topic = *api::Topic::from(api::PaletteCreated::event.topic),
                                  .audience = api::Audience::daemons,
                                  .revision = 7,
                                  .data = api::Json(std::string(data))};
        const auto taken = client_.call(
            api::AppendEvents{.source = *api::Source::from(api::palettes_daemon.source),
                              .incarnation = *incarnation_,
                              .first = api::Sequence::clamped(++sequence_),
                              .items = decltype(api::AppendEvents::items)({event})});
        if (!taken) FAIL(taken.error().message);
    }

  private:
    rpc::Client& client_;
    std::optional<api::Incarnation> incarnation_;
    std::uint64_t sequence_ = 0;
};

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
    const std::string state = health().state.text();

    Impostor impostor(client);
    impostor.tell(undigested, R"({"shape":"of a later version"})");
    CHECK(eventually([&] { return health().parked.value() == 1; }));
    impostor.tell(undigested, R"({"shape":"and once more"})");
    CHECK(eventually([&] { return health().parked.value() == 2; }));
    const api::Health degraded = health();
    CHECK(degraded.state.text() != state);
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
    CHECK(health().state.text() == state);
    CHECK_FALSE(health().problem);
    CHECK(retry() == 0);
    CHECK(popular(client).size() == 1);
}

}  // namespace palette::test
