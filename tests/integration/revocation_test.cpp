// Whichever way a session ends at paletted, its tokens are soon good nowhere.
#include "eventually.hpp"
#include "family_in_process.hpp"

#include <chrono>

using namespace palette;
using namespace palette::test;

namespace {

// What is promised while the broker runs.
constexpr std::chrono::seconds at_most{1};

struct Revoking : FamilyInProcess {
    api::PaletteRef palette = publish();
    api::Session there = log_in();

    api::PaletteRef publish() {
        const auto made = client.call(sea_glass(), as_alice());
        REQUIRE(made);
        return made->ref;
    }
    api::Session log_in() {
        const auto session =
            client.call(api::LogIn{api::Username("alice"), api::SecretText("a quiet harbor")});
        REQUIRE(session);
        return *session;
    }
    std::optional<ErrorKind> refusal_of(const api::Token& token) {
        const auto liked = client.call(api::LikePalette{palette}, {.auth = token});
        if (liked) return std::nullopt;
        return liked.error().kind;
    }
    template <class M>
    void did(const M& params, const api::Token& as) {
        const auto done = client.call(params, {.auth = as});
        INFO((done ? "" : done.error().message));
        REQUIRE(done);
    }
    // Calls `end` while the token is good and known to popularity, and sees how long it stays so.
    template <class End>
    void check_refused_after(const api::Token& token, End end) {
        REQUIRE(eventually([&] { return !refusal_of(token); }));
        end();
        const auto ended_at = std::chrono::steady_clock::now();
        CHECK(eventually([&] { return refusal_of(token) == ErrorKind::unauthenticated; }));
        CHECK(std::chrono::steady_clock::now() - ended_at < at_most);
    }
};

}  // namespace

TEST_CASE("tokens of a session that was ended are refused by others within a second") {
    Revoking family;
    const api::Token here = family.alice.access_token;
    const api::Token there = family.there.access_token;
    SECTION("by signing out") {
        family.check_refused_after(there, [&] { family.did(api::LogOut{}, there); });
        CHECK_FALSE(family.refusal_of(here));
    }
    SECTION("by signing out everywhere") {
        family.check_refused_after(there, [&] { family.did(api::LogOut{.all = true}, here); });
    }
    SECTION("by name") {
        const auto sessions = family.client.call(api::ListSessions{}, {.auth = here});
        REQUIRE(sessions);
        const auto& other = sessions->items[sessions->items[0].current ? 1 : 0];
        family.check_refused_after(there, [&] { family.did(api::LogOut{.id = other.id}, here); });
        CHECK_FALSE(family.refusal_of(here));
    }
    SECTION("by a refresh token that is used twice") {
        const api::RefreshSession refresh{family.there.refresh_token};
        family.check_refused_after(there, [&] {
            REQUIRE(family.client.call(refresh));
            REQUIRE_FALSE(family.client.call(refresh));
        });
    }
    SECTION("by another password") {
        family.check_refused_after(there, [&] {
            family.did(api::ChangePassword{api::SecretText("a quiet harbor"),
                                           api::SecretText("another quiet harbor")},
                       here);
        });
        CHECK_FALSE(family.refusal_of(here));
    }
    SECTION("by leaving") {
        family.check_refused_after(
            there, [&] { family.did(api::DeleteUser{api::SecretText("a quiet harbor")}, here); });
    }
}

TEST_CASE("who has signed out says nothing more in a channel, within a second") {
    Revoking family;
    const api::Token there = family.there.access_token;
    const api::ChannelName design("design");
    family.did(api::CreateChannel{.name = design}, family.alice.access_token);
    const auto refusal = [&] {
        const auto said = family.client.call(
            api::PostMessage{.channel = design, .text = api::MessageText("still here")},
            {.auth = there});
        return said ? std::nullopt : std::optional(said.error().kind);
    };
    CHECK_FALSE(refusal());
    family.did(api::LogOut{}, there);
    const auto ended_at = std::chrono::steady_clock::now();
    CHECK(eventually([&] { return refusal() == ErrorKind::unauthenticated; }));
    CHECK(std::chrono::steady_clock::now() - ended_at < at_most);
    family.did(api::PostMessage{.channel = design, .text = api::MessageText("I am")},
               family.alice.access_token);
}

TEST_CASE("a token for a program does what it allows, and nothing once it is revoked") {
    Revoking family;
    const api::Token owner = family.alice.access_token;
    const auto made = family.client.call(
        api::CreateToken{.scopes{api::TokenScope::likes_write}, .name{"ci"}}, {.auth = owner});
    REQUIRE(made);
    const rpc::CallOptions as_program{.auth = made->token};
    const auto refusal = [&](const auto& params) {
        const auto answer = family.client.call(params, as_program);
        return answer ? std::nullopt : std::optional(answer.error().kind);
    };
    CHECK_FALSE(refusal(api::WhoAmI{}));
    CHECK(refusal(sea_glass()) == ErrorKind::permission_denied);
    CHECK(refusal(api::ListTokens{}) == ErrorKind::permission_denied);
    CHECK(refusal(api::CreateToken{.scopes{api::TokenScope::read}}) ==
          ErrorKind::permission_denied);
    CHECK(refusal(api::RevokeToken{made->id}) == ErrorKind::permission_denied);
    CHECK(refusal(api::ChangePassword{api::SecretText("a quiet harbor"),
                                      api::SecretText("another quiet harbor")}) ==
          ErrorKind::permission_denied);
    family.check_refused_after(made->token, [&] { family.did(api::RevokeToken{made->id}, owner); });
    CHECK(refusal(api::WhoAmI{}) == ErrorKind::unauthenticated);
}
