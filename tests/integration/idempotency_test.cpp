#include "family_in_process.hpp"

#include <fstream>
#include <set>

using namespace palette;
using namespace palette::test;

namespace {

std::string create(const FamilyInProcess& family, const Uuid& key, std::string_view title,
                   int id = 1) {
    return request("palette.create",
                   R"({"title":")" + std::string(title) + R"(","colors":[{"hex":"#0b3954"}]})",
                   family.alice.access_token.text(), R"(,"key":")" + to_string(key) + "\"", id);
}

Uuid key_made(std::chrono::milliseconds ago, SystemRandom& random) {
    return make_uuid7(SystemClock().now() + -ago, random);
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("one key a hundred times at once has one effect and one answer") {
    FamilyInProcess family;
    const Uuid key = key_made({}, family.random);
    std::vector<RawClient> clients;
    for (int i = 0; i < 4; ++i)
        clients.push_back(family.connect(api::palettes_daemon, api::Socket::client));
    for (int i = 0; i < 25; ++i) {
        for (RawClient& client : clients)
            client.send(create(family, key, "Sea Glass", i));
    }
    std::set<std::string> answers;
    for (RawClient& client : clients) {
        for (int i = 0; i < 25; ++i) {
            const auto answer = client.receive();
            INFO(answer.message());
            CHECK_FALSE(answer.error);
            answers.insert(answer.result);
        }
    }
    CHECK(answers.size() == 1);
    CHECK(family.client.call(api::ListPalettes{})->items.size() == 1);
}

TEST_CASE("a request that is sent again before its answer is answered once") {
    FamilyInProcess family;
    RawClient raw = family.connect(api::palettes_daemon, api::Socket::client);
    // Known from here on, so that the daemon takes what follows in order.
    REQUIRE_FALSE(raw.ask(create(family, key_made({}, family.random), "First")).error);
    const std::string frame = create(family, key_made({}, family.random), "Sea Glass", 2);
    for (int i = 0; i < 10; ++i)
        raw.send(frame);
    // However many were answered, each said the same.
    const auto first = raw.receive();
    CHECK(first.id == "2");
    auto next = raw.ask(request("service.health", "{}", {}, "", 3));
    while (next.id == "2") {
        CHECK(next.result == first.result);
        next = raw.receive();
    }
    CHECK(next.id == "3");
    CHECK(family.client.call(api::ListPalettes{})->items.size() == 2);
}

TEST_CASE("another body under a key is a conflict, and another person's key is another key") {
    FamilyInProcess family;
    RawClient raw = family.connect(api::palettes_daemon, api::Socket::client);
    const Uuid key = key_made({}, family.random);
    REQUIRE_FALSE(raw.ask(create(family, key, "Sea Glass")).error);
    CHECK(raw.ask(create(family, key, "Sea Grass")).kind() == ErrorKind::aborted);
    family.alice = family.sign_up("bob");
    CHECK_FALSE(raw.ask(create(family, key, "Sea Grass")).error);
    CHECK(family.client.call(api::ListPalettes{})->items.size() == 2);
}

TEST_CASE("whoever closes their account hears of it however often they ask, also at once") {
    FamilyInProcess family;
    const auto leave = [&](const Uuid& key, std::string_view password, int id) {
        return request("user.delete", R"({"password":")" + std::string(password) + R"("})",
                       family.alice.access_token.text(), R"(,"key":")" + to_string(key) + "\"", id);
    };
    const Uuid key = key_made({}, family.random);
    std::vector<RawClient> clients;
    for (int i = 0; i < 20; ++i)
        clients.push_back(family.connect(api::palettes_daemon, api::Socket::client));
    for (RawClient& client : clients)
        client.send(leave(key, "a quiet harbor", 1));
    for (RawClient& client : clients) {
        const auto answer = client.receive();
        INFO(answer.message());
        CHECK(answer.result == R"({"changed":true})");
    }
    // The password says nothing of what is asked, and nothing is left that it could be wrong for.
    CHECK(clients[0].ask(leave(key, "a noisy harbor", 2)).result == R"({"changed":true})");
    CHECK(clients[0].ask(leave(key_made({}, family.random), "a quiet harbor", 3)).kind() ==
          ErrorKind::unauthenticated);
}

TEST_CASE("under a session that has ended what was done is told again, and nothing else is done") {
    FamilyInProcess family;
    RawClient raw = family.connect(api::palettes_daemon, api::Socket::client);
    const auto sign_out = [&](const Uuid& key, std::string_view params) {
        return raw.ask(request("session.end", params, family.alice.access_token.text(),
                               R"(,"key":")" + to_string(key) + "\""));
    };
    const Uuid key = key_made({}, family.random);
    const Uuid made = key_made({}, family.random);
    const auto palette = raw.ask(create(family, made, "Sea Glass"));
    REQUIRE_FALSE(palette.error);
    CHECK(sign_out(key, "{}").result == R"({"changed":true})");
    CHECK(sign_out(key, "{}").result == R"({"changed":true})");
    CHECK(raw.ask(create(family, made, "Sea Glass")).result == palette.result);
    const auto ended = ErrorKind::unauthenticated;
    CHECK(sign_out(key, R"({"all":true})").kind() == ended);
    CHECK(sign_out(key_made({}, family.random), "{}").kind() == ended);
    CHECK(raw.ask(create(family, made, "Sea Grass")).kind() == ended);
    CHECK(raw.ask(create(family, key, "Sea Glass")).kind() == ended);
    CHECK(raw.ask(request("user.me", "{}", family.alice.access_token.text())).kind() == ended);
    // The same key of somebody else, whose session has ended too, is another key.
    family.alice = family.sign_up("bob");
    CHECK(sign_out(key_made({}, family.random), "{}").result == R"({"changed":true})");
    CHECK(sign_out(key, "{}").kind() == ended);
    CHECK(raw.ask(create(family, made, "Sea Glass")).kind() == ended);
}

TEST_CASE(
    "a key that is too old, too new or of another version is refused, and nothing is stored") {
    FamilyInProcess family;
    RawClient raw = family.connect(api::palettes_daemon, api::Socket::client);
    Uuid version_4 = key_made({}, family.random);
    version_4.bytes[6] = 0x4A;
    for (const Uuid& key : {key_made(std::chrono::hours(24), family.random),
                            key_made(std::chrono::hours(-25), family.random), version_4, Uuid{}}) {
        const auto refused = raw.ask(create(family, key, "Sea Glass"));
        CHECK(refused.kind() == ErrorKind::invalid_argument);
        CHECK(refused.error->data->field_->text() == "key");
    }
    CHECK(family.client.call(api::ListPalettes{})->items.empty());
}

TEST_CASE("the store holds no token and no password, whatever keys the requests had") {
    FamilyInProcess family;
    std::vector<std::string> secrets{"a quiet harbor"};
    const auto remember = [&](const Result<api::Session>& session) {
        REQUIRE(session);
        secrets.push_back(session->access_token.text());
        secrets.push_back(session->refresh_token.text());
        return *session;
    };
    const rpc::CallOptions keyed{.key = key_made({}, family.random)};
    const api::LogIn log_in{api::Username("alice"), api::SecretText("a quiet harbor")};
    remember(family.client.call(
        api::RegisterUser{api::Username("bob"), api::SecretText("a quiet harbor")}, keyed));
    const auto first = remember(family.client.call(log_in, keyed));
    const auto second = remember(family.client.call(log_in, keyed));
    CHECK(first.refresh_token != second.refresh_token);
    remember(family.client.call(api::RefreshSession{first.refresh_token}, keyed));
    const rpc::CallOptions as_second{.auth = second.access_token, .key = keyed.key};
    const auto token =
        family.client.call(api::CreateToken{.scopes{api::TokenScope::read}}, as_second);
    REQUIRE(token);
    secrets.push_back(token->token.text());
    secrets.emplace_back("another quiet harbor");
    REQUIRE(family.client.call(api::ChangePassword{api::SecretText("a quiet harbor"),
                                                   api::SecretText("another quiet harbor")},
                               as_second));

    for (const api::Daemon* daemon : api::family) {
        const std::string bytes = content_of(family.home->store(daemon->name) / "data.mdb");
        REQUIRE_FALSE(bytes.empty());
        for (const std::string& secret : secrets)
            CHECK(bytes.find(secret) == std::string::npos);
    }
}

TEST_CASE("a refresh whose answer was lost is repeated under its key, and reuse ends the session") {
    FamilyInProcess family;
    const rpc::CallOptions keyed{.key = key_made({}, family.random)};
    const api::RefreshSession refresh{family.alice.refresh_token};
    REQUIRE(family.client.call(refresh, keyed));
    const auto repeated = family.client.call(refresh, keyed);
    REQUIRE(repeated);
    CHECK(family.client.call(api::WhoAmI{}, {.auth = repeated->access_token}));

    CHECK(family.client.call(refresh).error().kind == ErrorKind::unauthenticated);
    CHECK(family.client.call(api::WhoAmI{}, {.auth = repeated->access_token}).error().kind ==
          ErrorKind::unauthenticated);
    CHECK(family.client.call(api::RefreshSession{repeated->refresh_token}).error().kind ==
          ErrorKind::unauthenticated);
}
