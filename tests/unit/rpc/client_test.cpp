#include "rpc/client.hpp"

#include "client_fixture.hpp"

namespace palette::test {

namespace {

using Answers = std::optional<std::vector<Said>>;

TEST_CASE("a call sends its parameters, token and key and reads the result", "[client]") {
    ClientFixture fixture;
    Notes notes;
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), [&](const Heard& heard) -> Answers {
        notes.add(heard);
        return {{answer_to(heard, R"({"ok":true,"new_in_2.0":1})")}};
    });
    auto client = fixture.patient();
    auto asked = a_write(never, parse_uuid("0190a8c0-0000-7000-8000-000000000001"));
    asked.options.auth = api::Token("pat_1");
    const auto json = client.ask(asked);
    REQUIRE(json);
    CHECK(*json == R"({"ok":true,"new_in_2.0":1})");
    const Heard heard = notes.all().at(0);
    CHECK(heard.method == "palette.create");
    CHECK(heard.params == asked.params);
    CHECK(heard.auth == "pat_1");
    CHECK(heard.key == asked.options.key);
}

TEST_CASE("a method of siblings is asked for on the sibling socket", "[client]") {
    ClientFixture fixture;
    ScriptedDaemon daemon(fixture.folder, api::broker_daemon.sibling_socket(),
                          [](const Heard& heard) -> Answers {
                              return {{answer_to(heard, R"({"incarnation":null,"sequence":7})")}};
                          });
    auto client = fixture.patient();
    const auto position = client.call(
        api::LocateSource{.source = api::Source("paletted/1"),
                          .incarnation = api::Incarnation("0123456789abcdef0123456789abcdef")});
    REQUIRE(position);
    CHECK(position->sequence.number() == 7);
}

TEST_CASE("a daemon's error comes through whole", "[client]") {
    ClientFixture fixture;
    const Error said{.kind = ErrorKind::resource_exhausted,
                     .message = "too many requests",
                     .field = "rate",
                     .hint = "wait",
                     .retry_after_ms = 250};
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), [&](const Heard& heard) -> Answers {
        return {{{heard.peer, api::encode_error(heard.id, said)}}};
    });
    auto client = fixture.patient();
    const auto json = client.ask(a_read(never));
    REQUIRE_FALSE(json);
    CHECK(json.error().kind == said.kind);
    CHECK(json.error().message == said.message);
    CHECK(json.error().field == said.field);
    CHECK(json.error().hint == said.hint);
    CHECK(json.error().retry_after_ms == said.retry_after_ms);
}

TEST_CASE("a result that is not what the method promises is the daemon's fault", "[client]") {
    ClientFixture fixture;
    const std::string result = GENERATE(as<std::string>{}, R"({"sequence":-1})", "7", "null");
    ScriptedDaemon daemon(
        fixture.folder, api::broker_daemon.sibling_socket(),
        [&](const Heard& heard) -> Answers { return {{answer_to(heard, result)}}; });
    auto client = fixture.patient();
    const auto position = client.call(
        api::LocateSource{.source = api::Source("paletted/1"),
                          .incarnation = api::Incarnation("0123456789abcdef0123456789abcdef")});
    REQUIRE_FALSE(position);
    CHECK(position.error().kind == ErrorKind::internal);
    CHECK_THAT(position.error().message, Catch::Contains("palette-brokerd"));
    CHECK_THAT(position.error().message, Catch::Contains("source.locate"));
}

TEST_CASE("a reply may be as long as a page of events", "[client]") {
    ClientFixture fixture;
    const std::string result = '"' + std::string(1'900'000, 'x') + '"';
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), [&](const Heard& heard) -> Answers {
        return {{answer_to(heard, result)}};
    });
    auto client = fixture.patient();
    const auto json = client.ask(a_read(never));
    REQUIRE(json);
    CHECK(*json == result);
}

TEST_CASE("a request that no daemon would take is refused here", "[client]") {
    ClientFixture fixture;
    ScriptedDaemon daemon(fixture.folder, fixture.socket(),
                          [](const Heard&) -> Answers { return {{}}; });
    auto client = fixture.patient();
    auto asked = a_write(never);
    asked.params = R"({"title":")" + std::string(api::most_document_bytes, 'x') + R"("})";
    const auto json = client.ask(asked);
    REQUIRE_FALSE(json);
    CHECK(json.error().kind == ErrorKind::invalid_argument);
    CHECK_THAT(json.error().message, Catch::Contains("1048576"));
}

TEST_CASE("what nobody can read is passed over", "[client]") {
    ClientFixture fixture;
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), [](const Heard& heard) -> Answers {
        std::vector<Said> said;
        for (const char* garbage :
             {"", "not JSON", "[]", "7", "{}", R"({"id":null,"result":1})", R"({"id":"1"})",
              R"({"id":1.5,"result":1})", R"({"id":-1,"result":1})", R"({"id":999,"result":1})",
              R"({"id":18446744073709551616,"result":1})", "{\"id\":\xff\xfe}"}) {
            said.push_back({heard.peer, garbage});
        }
        said.push_back(answer_to(heard, R"("right")"));
        return said;
    });
    auto client = fixture.patient();
    CHECK(client.ask(a_read(never)) == R"("right")");
}

TEST_CASE("an error that nobody can read is still an answer", "[client]") {
    ClientFixture fixture;
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), [](const Heard& heard) -> Answers {
        return {{{heard.peer, R"({"id":)" + heard.id + R"(,"error":{"code":"five"}})"}}};
    });
    auto client = fixture.patient();
    const auto json = client.ask(a_read(never));
    REQUIRE_FALSE(json);
    CHECK(json.error().kind == ErrorKind::internal);
}

TEST_CASE("a reply that comes after its request was given up is dropped", "[client]") {
    ClientFixture fixture;
    Notes notes;
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), [&](const Heard& heard) -> Answers {
        if (notes.add(heard) == 1) return {{}};
        return {{answer_to(notes.all().at(0), R"("late")"), answer_to(heard, R"("right")")}};
    });
    auto client = fixture.patient();
    const auto first = client.ask(a_read(soon));
    REQUIRE_FALSE(first);
    CHECK(first.error().kind == ErrorKind::deadline_exceeded);
    CHECK_THAT(first.error().message, Catch::Contains("paletted"));
    CHECK(client.ask(a_read(never)) == R"("right")");
}

}  // namespace

}  // namespace palette::test
