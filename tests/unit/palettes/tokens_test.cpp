#include "palettes/core/tokens.hpp"

#include "sign_in.hpp"

using namespace palette;
using namespace palette::test;

namespace {

struct Signed : SignIn {
    api::Session alice = *sign_up("alice");

    Result<api::NewToken> make(const api::CreateToken& wanted,
                               const std::optional<Uuid>& under = {}) {
        return run_as(alice.access_token, wanted, under);
    }
    std::size_t listed() { return run_as(alice.access_token, api::ListTokens{})->items.size(); }
    std::vector<std::string> scopes_in(const api::Token& token) {
        return auth::read_unverified(token.text(), registry.store.clock.now())->scopes;
    }
};

const api::CreateToken reading{.scopes{api::TokenScope::read}, .name{"ci"}};

}  // namespace

TEST_CASE("a token allows what was asked for, as long as was asked for") {
    Signed sign_in;
    const auto made = sign_in.make(
        {.scopes{api::TokenScope::palettes_write, api::TokenScope::read, api::TokenScope::read},
         .life_s = 3'600});
    REQUIRE(made);
    CHECK(sign_in.scopes_in(made->token) == std::vector<std::string>{"palettes:write", "read"});
    CHECK(made->expires_at == begin_of_time + std::chrono::hours(1));
    CHECK(sign_in.run_as(made->token, api::WhoAmI{})->username.text() == "alice");
    CHECK(sign_in.listed() == 1);
    sign_in.registry.store.clock.advance(std::chrono::hours(1));
    CHECK(
        palettes::list_tokens(sign_in.registry.store.read(), 1, sign_in.registry.store.clock.now())
            .items.empty());
}

TEST_CASE("a token is kept nowhere, and a repeat under its key makes the same one again") {
    Signed sign_in;
    const Uuid key = sign_in.new_key();
    const auto made = sign_in.make(reading, key);
    REQUIRE(made);
    sign_in.registry.store.clock.advance(std::chrono::seconds(5));
    const auto repeated = sign_in.make(reading, key);
    REQUIRE(repeated);
    CHECK(repeated->token == made->token);
    CHECK(repeated->id == made->id);
    CHECK(sign_in.listed() == 1);
    CHECK(sign_in.make({.scopes{api::TokenScope::palettes_write}}, key).error().kind ==
          ErrorKind::aborted);
    CHECK(sign_in.make(reading)->token != made->token);

    const auto bob = sign_in.sign_up("bob");
    CHECK(sign_in.run_as(bob->access_token, reading, key)->id != made->id);
}

TEST_CASE("a revoked token is refused from then on, and everyone is told") {
    Signed sign_in;
    const auto made = sign_in.make(reading);
    REQUIRE(made);
    const auto bob = sign_in.sign_up("bob");
    CHECK_FALSE(sign_in.run_as(bob->access_token, api::RevokeToken{made->id})->changed);
    CHECK(sign_in.run_as(made->token, api::WhoAmI{}));
    CHECK(sign_in.run_as(sign_in.alice.access_token, api::RevokeToken{made->id})->changed);
    CHECK_FALSE(sign_in.run_as(sign_in.alice.access_token, api::RevokeToken{made->id})->changed);
    CHECK(sign_in.run_as(made->token, api::WhoAmI{}).error().kind == ErrorKind::unauthenticated);
    CHECK(sign_in.listed() == 0);
    const auto told = api::read_json<api::SessionEnded>(sign_in.registry.last_event().data.text());
    REQUIRE(told);
    CHECK(told->session_id == made->id);
    CHECK(told->until > made->expires_at);
}

TEST_CASE(
    "a person has a bounded number of tokens, revoked ones counted until they would have ended") {
    Signed sign_in;
    std::optional<api::NewToken> last;
    for (std::size_t i = 0; i < palettes::most_tokens; ++i) {
        last = *sign_in.make({.scopes{api::TokenScope::read}, .life_s = 60});
    }
    CHECK(sign_in.make(reading).error().kind == ErrorKind::resource_exhausted);
    REQUIRE(sign_in.run_as(sign_in.alice.access_token, api::RevokeToken{last->id}));
    CHECK(sign_in.make(reading).error().kind == ErrorKind::resource_exhausted);
    sign_in.registry.store.clock.advance(std::chrono::minutes(4));
    CHECK(sign_in.make(reading));
    CHECK(sign_in.registry.store.read().count_rows(palettes::tokens) == 1);
}

TEST_CASE("signing out everywhere, or a new password, leaves tokens for programs good") {
    Signed sign_in;
    const auto made = sign_in.make(reading);
    REQUIRE(made);
    REQUIRE(sign_in.run_as(sign_in.alice.access_token, api::LogOut{.all = true}));
    CHECK(sign_in.run_as(made->token, api::WhoAmI{}));
}
