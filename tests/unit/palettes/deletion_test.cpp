#include "palettes/core/deletion.hpp"

#include "registry.hpp"
#include "sign_in.hpp"

using namespace palette;
using namespace palette::test;

namespace {

// Nothing but people, events and numbers is left.
void check_nothing_is_left(Registry& registry) {
    const store::ReadTxn txn = registry.store.read();
    CHECK(txn.count_rows(palettes::palettes) == 0);
    CHECK(txn.count_rows(palettes::palette_facts) == 0);
    CHECK(txn.count_rows(palettes::palette_refs) == 0);
    CHECK(txn.count_rows(palettes::palettes_of) == 0);
    CHECK(txn.count_rows(palettes::palettes_tagged) == 0);
    CHECK(txn.count_rows(palettes::palette_contents) == 0);
    CHECK(txn.count_rows(palettes::palette_revisions) == 0);
    CHECK(txn.count_rows(palettes::deleted_palettes) == 0);
}

api::CreatePalette tagged(std::string_view title) {
    auto wanted = titled(title);
    wanted.tags = {api::Tag("calm"), api::Tag("blue")};
    return wanted;
}

}  // namespace

TEST_CASE("a deleted palette is gone at once, its name is free and its number never comes back") {
    Registry registry;
    const auto made = registry.create(registry.alice, tagged("Sea Glass"));
    REQUIRE(registry.update(registry.alice, {.ref = made->ref, .title = api::Title("Sea Grass")}));
    const auto gone = registry.remove(registry.alice, "alice/sea-glass");
    REQUIRE(gone);
    CHECK(gone->id == made->id);
    CHECK(gone->ref == made->ref);
    const api::NewEvent told = registry.last_event();
    CHECK(told.type.text() == "palette.deleted");
    CHECK(told.revision.value() == 3);
    CHECK(told.erases);
    CHECK(told.audience == api::Audience::public_);
    CHECK(told.data.text() == R"({"palette_id":1})");

    for (const char* ref : {"alice/sea-glass", "1", "alice/sea-glass@1"})
        CHECK(registry.get(ref, registry.alice).error().kind == ErrorKind::not_found);
    CHECK(registry.list_all({}, registry.alice).empty());
    CHECK(registry.list_all({.tag = api::Tag("calm")}, registry.alice).empty());
    CHECK_FALSE(registry.remove(registry.alice, "alice/sea-glass"));
    const auto next = registry.create(registry.alice, titled("Sea Glass"));
    CHECK(next->ref == made->ref);
    CHECK(next->id.value() == 2);
    CHECK_FALSE(registry.get("alice/sea-glass@2"));
}

TEST_CASE("the revisions of a deleted palette are swept in steps, which a restart goes on with") {
    Registry registry;
    REQUIRE(registry.create(registry.alice, titled("0")));
    for (int i = 1; i <= 40; ++i) {
        REQUIRE(registry.update(registry.alice,
                                {.ref{"1"}, .title = *api::Title::from(std::to_string(i))}));
    }
    REQUIRE(registry.remove(registry.alice, "1"));
    REQUIRE(registry.store->write(
        [&](store::WriteTxn& txn) { palettes::sweep_deleted(txn, begin_of_time); }));
    CHECK(registry.store.read().count_rows(palettes::palette_revisions) ==
          40 - palettes::most_revisions_a_step);
    registry.store.reopen();
    CHECK(registry.sweep() >= 2);
    check_nothing_is_left(registry);
}

TEST_CASE("only the owner deletes a palette, and a private one is not there for others") {
    Registry registry;
    auto hidden = titled("Secret");
    hidden.visibility = api::Visibility::private_;
    REQUIRE(registry.create(registry.alice, titled("Open")));
    REQUIRE(registry.create(registry.alice, hidden));
    CHECK(registry.remove(registry.bob, "alice/open").error().kind == ErrorKind::permission_denied);
    CHECK(registry.remove(registry.bob, "alice/secret").error().kind == ErrorKind::not_found);
    CHECK(registry.remove(registry.alice, "alice/open@1").error().kind ==
          ErrorKind::invalid_argument);
    REQUIRE(registry.remove(registry.alice, "alice/secret"));
    CHECK(registry.last_event().audience == api::Audience::daemons);
}

TEST_CASE("of somebody who leaves nothing is shown from that moment on") {
    Registry registry;
    for (int i = 0; i < 40; ++i)
        REQUIRE(registry.create(registry.alice, tagged("Sea Glass")));
    REQUIRE(registry.create(registry.bob, tagged("Open")));
    registry.close_account(registry.alice);
    CHECK(registry.last_event().type.text() == "user.deleted");
    CHECK(registry.last_event().erases);
    const auto nothing_is_shown = [&] {
        for (const auto& who : {std::optional<service::Caller>{}, std::optional(registry.bob),
                                std::optional(registry.alice)}) {
            CHECK_FALSE(registry.get("alice/sea-glass", who));
            CHECK_FALSE(registry.get("1", who));
            CHECK(registry.list_all({}, who) == std::vector<std::string>{"bob/open"});
            CHECK(registry.list_all({.sort = api::PaletteOrder::name}, who).size() == 1);
            CHECK(registry.list_all({.tag = api::Tag("calm")}, who).size() == 1);
        }
        const store::ReadTxn txn = registry.store.read();
        CHECK_FALSE(palettes::find(txn, api::PaletteRef("1")));
        CHECK_FALSE(palettes::find_profile(txn, registry.alice.name));
        CHECK(palettes::list(txn, {.user = registry.alice.name}, {}).error().kind ==
              ErrorKind::not_found);
    };
    nothing_is_shown();
    CHECK(registry.create(registry.alice, titled("Late")).error().kind ==
          ErrorKind::unauthenticated);

    registry.store.reopen();
    const std::uint64_t before = registry.events();
    CHECK(registry.sweep() > 2);
    nothing_is_shown();
    CHECK(registry.events() - before == 40);
    CHECK(registry.last_event().type.text() == "palette.deleted");
    REQUIRE(registry.remove(registry.bob, "bob/open"));
    registry.sweep();
    check_nothing_is_left(registry);
    CHECK(registry.store.read().count_rows(palettes::slug_numbers) == 0);
    CHECK(registry.store.read().count_rows(palettes::departed_users) == 0);
}

TEST_CASE("who leaves proves it by the password, and neither name nor tokens are good again") {
    SignIn sign_in;
    const auto alice = sign_in.sign_up("alice");
    REQUIRE(alice);
    const auto token =
        sign_in.run_as(alice->access_token, api::CreateToken{.scopes{api::TokenScope::read}});
    REQUIRE(token);
    CHECK(sign_in.run_as(alice->access_token, api::DeleteUser{api::SecretText("a wrong guess")})
              .error()
              .kind == ErrorKind::unauthenticated);
    REQUIRE(sign_in.run_as(alice->access_token,
                           api::DeleteUser{*api::SecretText::from(good_password)}));
    CHECK_FALSE(sign_in.run_as(alice->access_token, api::WhoAmI{}));
    CHECK_FALSE(sign_in.run_as(token->token, api::WhoAmI{}));
    CHECK_FALSE(sign_in.run(api::RefreshSession{alice->refresh_token}));
    CHECK(sign_in.log_in("alice").error().kind == ErrorKind::unauthenticated);
    CHECK(sign_in.sign_up("alice").error().kind == ErrorKind::already_exists);
    std::size_t ended = 0;
    for (std::uint64_t i = 1; i <= sign_in.registry.events(); ++i)
        ended += sign_in.registry.event(i).type.text() == "session.ended" ? 1 : 0;
    CHECK(ended == 2);
}
