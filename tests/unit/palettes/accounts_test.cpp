#include "palettes/core/accounts.hpp"

#include "sign_in.hpp"

using namespace palette;
using namespace palette::test;

namespace {

constexpr std::string_view good = good_password;

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

TEST_CASE("a profile is edited by what is given alone, and tells only of what differs") {
    SignIn sign_in;
    const auto alice = sign_in.sign_up("alice");
    REQUIRE(alice);
    const auto edited = sign_in.run_as(alice->access_token,
                                       api::EditUser{.display_name = api::DisplayName("Alice")});
    REQUIRE(edited);
    CHECK(edited->display_name.text() == "Alice");
    CHECK(edited->bio.text().empty());
    const api::NewEvent told = sign_in.registry.last_event();
    CHECK(told.type.text() == "user.updated");
    CHECK(told.revision.value() == 2);
    REQUIRE(sign_in.run_as(alice->access_token,
                           api::EditUser{.display_name = api::DisplayName("Alice")}));
    CHECK(sign_in.registry.events() == 2);
    const auto seen = sign_in.run(api::GetUser{api::Username("alice")});
    REQUIRE(seen);
    CHECK(seen->display_name.text() == "Alice");
    CHECK_FALSE(seen->rating);
    CHECK(sign_in.run(api::GetUser{api::Username("nobody")}).error().kind == ErrorKind::not_found);
}

TEST_CASE("a new password ends all other sessions, and the old one is good no more") {
    SignIn sign_in;
    const auto here = sign_in.sign_up("alice");
    const auto there = sign_in.log_in("alice");
    REQUIRE((here && there));
    const api::ChangePassword change{*api::SecretText::from(good),
                                     api::SecretText("staple of another kind")};
    const auto changed = sign_in.run_as(here->access_token, change);
    REQUIRE(changed);
    CHECK(changed->changed);
    CHECK(sign_in.run_as(here->access_token, api::WhoAmI{}));
    CHECK_FALSE(sign_in.run_as(there->access_token, api::WhoAmI{}));
    CHECK_FALSE(sign_in.log_in("alice", good));
    CHECK(sign_in.log_in("alice", "staple of another kind"));

    SECTION("a repeat whose answer was lost finds it done") {
        const auto repeated = sign_in.run_as(here->access_token, change);
        REQUIRE(repeated);
        CHECK_FALSE(repeated->changed);
        CHECK(sign_in.run_as(here->access_token, api::WhoAmI{}));
    }
}

TEST_CASE("a password is changed by who knows the old one, to one that may be chosen") {
    SignIn sign_in;
    const auto alice = sign_in.sign_up("alice");
    REQUIRE(alice);
    const auto change = [&](std::string_view from, std::string_view to) {
        return sign_in.run_as(alice->access_token, api::ChangePassword{*api::SecretText::from(from),
                                                                       *api::SecretText::from(to)});
    };
    const auto guessed = change("not the password", "staple of another kind");
    REQUIRE_FALSE(guessed);
    CHECK(guessed.error().kind == ErrorKind::unauthenticated);
    CHECK(guessed.error().field == "old_password");
    CHECK(change(good, "short").error().kind == ErrorKind::invalid_argument);
    CHECK(sign_in.log_in("alice", good));
}

TEST_CASE("who was let in with a password that is changed meanwhile is not signed in") {
    SignIn sign_in;
    const auto alice = sign_in.sign_up("alice");
    REQUIRE(alice);
    const service::Call<api::LogIn> call{{.now = begin_of_time},
                                         {api::Username("alice"), *api::SecretText::from(good)}};
    const auto verified = sign_in.answers.prepare(call);
    REQUIRE(verified);
    REQUIRE(sign_in.run_as(alice->access_token,
                           api::ChangePassword{*api::SecretText::from(good),
                                               api::SecretText("staple of another kind")}));
    const auto late = sign_in.registry.store->write(
        [&](store::WriteTxn& txn) { return sign_in.answers(call, *verified, txn); });
    REQUIRE_FALSE(late);
    CHECK(late.error().kind == ErrorKind::unauthenticated);
}
