#include "palettes/core/accounts.hpp"

#include "palettes/core/sessions.hpp"
#include "palettes/methods.hpp"
#include "registry.hpp"

using namespace palette;
using namespace palette::test;

namespace {

// The handlers that need slow work, run as the host runs them.
struct SignIn {
    Registry registry;
    auth::SigningKey key = auth::SigningKey::generate(registry.store.random);
    palettes::Answers answers{*registry.store,
                              registry.store.random,
                              auth::PasswordHasher({.memory_bytes = 64 * 1024, .passes = 1}),
                              key,
                              {key.public_key()}};

    template <class M>
    Result<api::Session> run(const M& params, const std::optional<Uuid>& under = {}) {
        const service::Call<M> call{{.now = registry.store.clock.now(), .key = under}, params};
        const auto prepared = answers.prepare(call);
        if (!prepared) return refuse(prepared.error());
        return registry.store->write(
            [&](store::WriteTxn& txn) { return answers(call, *prepared, txn); });
    }
    Result<api::Session> sign_up(std::string_view name, std::string_view password,
                                 const std::optional<Uuid>& under = {}) {
        return run(api::RegisterUser{*api::Username::from(name), *api::SecretText::from(password)},
                   under);
    }
    Result<api::Session> log_in(std::string_view name, std::string_view password) {
        return run(api::LogIn{*api::Username::from(name), *api::SecretText::from(password)});
    }
};

constexpr std::string_view good = "correct horse battery";

}  // namespace

TEST_CASE("who registers is signed in and may sign in again") {
    SignIn sign_in;
    const auto made = sign_in.sign_up("alice", good);
    REQUIRE(made);
    CHECK(made->user.username.text() == "alice");
    CHECK(made->expires_at == begin_of_time + palettes::access_token_lives);
    const auto again = sign_in.log_in("alice", good);
    REQUIRE(again);
    CHECK(again->user.id == made->user.id);
    CHECK(again->refresh_token != made->refresh_token);
    CHECK(sign_in.registry.events() == 1);
}

TEST_CASE("a name is given out once, and some never") {
    SignIn sign_in;
    REQUIRE(sign_in.sign_up("alice", good));
    CHECK(sign_in.sign_up("alice", "another password").error().kind == ErrorKind::already_exists);
    CHECK(sign_in.sign_up("admin", good).error().kind == ErrorKind::invalid_argument);
    CHECK(sign_in.registry.events() == 1);
}

TEST_CASE("registering again under the key of a lost answer signs in, with the password alone") {
    SignIn sign_in;
    const Uuid request = make_uuid7(begin_of_time, sign_in.registry.store.random);
    const auto lost = sign_in.sign_up("alice", good, request);
    REQUIRE(lost);
    const auto repeated = sign_in.sign_up("alice", good, request);
    REQUIRE(repeated);
    CHECK(repeated->user.id == lost->user.id);
    CHECK(repeated->refresh_token != lost->refresh_token);
    CHECK(sign_in.registry.events() == 1);

    const Uuid other = make_uuid7(begin_of_time, sign_in.registry.store.random);
    for (const auto& [password, key] :
         {std::pair(std::string_view("not the password"), request), std::pair(good, other)}) {
        CHECK(sign_in.sign_up("alice", password, key).error().kind == ErrorKind::already_exists);
    }
}

TEST_CASE("two who want one name at once: the second is refused by the transaction") {
    SignIn sign_in;
    const service::Call<api::RegisterUser> call{
        {.now = begin_of_time}, {api::Username("alice"), *api::SecretText::from(good)}};
    const auto first = sign_in.answers.prepare(call);
    const auto second = sign_in.answers.prepare(call);
    REQUIRE((first && second));
    const auto run = [&](const palettes::NewPassword& password) {
        return sign_in.registry.store->write(
            [&](store::WriteTxn& txn) { return sign_in.answers(call, password, txn); });
    };
    CHECK(run(*first));
    CHECK(run(*second).error().kind == ErrorKind::already_exists);
    CHECK(sign_in.registry.events() == 1);
}

TEST_CASE("a bad password is refused without being shown") {
    SignIn sign_in;
    for (const std::string_view bad : {"short", "password1", "alicealice"}) {
        const auto refused = sign_in.sign_up("alicealice", bad);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::invalid_argument);
        CHECK(refused.error().message.find(bad) == std::string::npos);
    }
}

TEST_CASE("an unknown name and a wrong password get the same answer") {
    SignIn sign_in;
    REQUIRE(sign_in.sign_up("alice", good));
    const auto wrong = sign_in.log_in("alice", "not the password").error();
    const auto nobody = sign_in.log_in("mallory", "not the password").error();
    CHECK(wrong.kind == ErrorKind::unauthenticated);
    CHECK(nobody.kind == wrong.kind);
    CHECK(nobody.message == wrong.message);
    CHECK(nobody.field == wrong.field);
    CHECK(nobody.hint == wrong.hint);
}
