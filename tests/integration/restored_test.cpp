// Stores put back from a copy while the others live on: nothing of the life that is lost comes to
// mean something else, and in the end all say what the store says that was put back.
#include "events/subscription.hpp"
#include "file_births.hpp"
#include "scene.hpp"

#include <map>
#include <set>

using namespace palette;
using namespace palette::test;

namespace {

constexpr std::uint64_t passed_over = std::uint64_t{1} << 20;

struct Restored : Scene {
    std::optional<Daemon<popularity::Service>> popularity;

    void start_popularity() { popularity.emplace(*home); }
    // Whether popularity takes this token.
    std::optional<ErrorKind> refusal_of(const api::Token& whose) {
        const auto liked =
            client.call(api::LikePalette{api::PaletteRef("alice/p1")}, {.auth = whose});
        return liked ? std::nullopt : std::optional(liked.error().kind);
    }
    void like(const char* ref, const api::Token& who) {
        REQUIRE(client.call(api::LikePalette{*api::PaletteRef::from(ref)}, {.auth = who}));
    }
    void rate(const char* ref, int stars, const api::Token& who) {
        REQUIRE(client.call(api::RatePalette{*api::PaletteRef::from(ref), api::Stars::from(stars)},
                            {.auth = who}));
    }
    void rename(const char* ref, std::string_view title) {
        REQUIRE(client.call(api::UpdatePalette{.ref = *api::PaletteRef::from(ref),
                                               .title = api::Title::from(title)},
                            as_alice()));
    }
    // As paletted has them, private ones too: revision and visibility.
    using Catalogue = std::map<std::string, std::string>;
    Catalogue published() {
        const auto page = client.call(api::ListPalettes{.limit = 200}, as_alice());
        REQUIRE(page);
        Catalogue all;
        for (const api::Palette& one : page->items)
            all[one.ref.text()] = api::to_json(one);
        return all;
    }
    // As popularity shows them to alice.
    Catalogue known() {
        const store::ReadTxn txn = popularity->service().tables_store.read();
        Catalogue all;
        for (const auto& [id, json] : txn.scan(popularity::palettes)) {
            const auto palette = api::read_json<api::Palette>(json);
            REQUIRE(palette);
            all[palette->ref.text()] = api::to_json(*palette);
        }
        return all;
    }
    std::vector<std::string> popular() {
        const auto page = client.call(api::ListPopular{});
        REQUIRE(page);
        std::vector<std::string> refs;
        for (const auto& one : page->items)
            refs.push_back(one.palette.ref.text() + " " + one.palette.title.text());
        return refs;
    }
    std::set<std::string> likers_of(const char* ref) {
        const auto page =
            client.call(api::ListLikes{.ref = *api::PaletteRef::from(ref)}, as_alice());
        std::set<std::string> names;
        if (!page) return names;
        for (const auto& one : page->items)
            names.insert(one.user.text());
        return names;
    }
    // What everybody may see, in the answers to everything that shows palettes or people.
    std::string all_that_is_shown() {
        std::string all;
        const auto add = [&](const auto& answer) {
            REQUIRE(answer);
            all += api::to_json(*answer);
        };
        add(client.call(api::ListPopular{}));
        add(client.call(api::ListTrending{}));
        add(client.call(api::ListLikes{.ref = api::PaletteRef("alice/p1")}));
        add(client.call(api::ListEvents{.after = 0}));
        add(client.call(api::ReadEvents{.consumer = api::Word("test"), .after = 0}));
        return all;
    }
};

}  // namespace

TEST_CASE("paletted put back while the broker is away gives out nothing that the lost life gave") {
    Restored scene;
    if (!keeps_births(scene.home->data)) return;
    scene.start_paletted();
    scene.broker.emplace(*scene.home);
    scene.start_popularity();
    scene.create(1);
    const auto keys = [&] { return api::to_json(*scene.client.call(api::ListKeys{})); };
    const auto refused = [&](const api::Token& token) {
        const auto answer = scene.client.call(api::WhoAmI{}, {.auth = token});
        return !answer && answer.error().kind == ErrorKind::unauthenticated;
    };
    const api::Session alice = scene.log_in("alice");
    const auto program = scene.client.call(api::CreateToken{.scopes{api::TokenScope::likes_write}},
                                           scene.as_alice());
    REQUIRE(program);
    CHECK(eventually([&] { return !scene.refusal_of(*scene.token); }));
    const std::string first_keys = keys();
    scene.paletted.reset();
    scene.back_up(api::palettes_daemon);
    scene.start_paletted();
    CHECK(keys() == first_keys);
    CHECK(scene.client.call(api::WhoAmI{}, scene.as_alice()));
    const api::Session bob = scene.sign_up("bob");
    CHECK_FALSE(scene.refusal_of(bob.access_token));
    scene.create(1);
    scene.broker.reset();
    scene.paletted.reset();
    scene.put_back(api::palettes_daemon);
    scene.start_paletted();

    CHECK(keys() != first_keys);
    for (const api::Token& token :
         {*scene.token, alice.access_token, bob.access_token, program->token})
        CHECK(refused(token));
    CHECK_FALSE(scene.client.call(api::RefreshSession{alice.refresh_token}));
    const api::Session carol = scene.sign_up("carol");
    CHECK(carol.user.id.value() > passed_over);
    const auto made = scene.client.call(sea_glass(), {.auth = carol.access_token});
    REQUIRE(made);
    CHECK(made->id.value() > passed_over);
    // Who has lived on takes none of those tokens either, once there is a broker to tell it.
    scene.broker.emplace(*scene.home);
    for (const api::Token& token : {*scene.token, bob.access_token, program->token})
        CHECK(eventually([&] { return scene.refusal_of(token) == ErrorKind::unauthenticated; }));
    CHECK_FALSE(scene.refusal_of(carol.access_token));
    CHECK_FALSE(scene.refusal_of(scene.log_in("alice").access_token));
    // It goes on so: the copy was put back once.
    const std::string incarnation = scene.paletted->store().incarnation();
    scene.paletted.reset();
    scene.start_paletted();
    CHECK(scene.paletted->store().incarnation() == incarnation);
    CHECK_FALSE(refused(carol.access_token));
}

TEST_CASE("messages that are said after the broker was put back take no number said before") {
    Scene scene;
    if (!keeps_births(scene.home->data)) return;
    scene.start_paletted();
    scene.broker.emplace(*scene.home);
    const api::ChannelName design("design");
    REQUIRE(scene.client.call(api::CreateChannel{.name = design}, scene.as_alice()));
    const auto say = [&](const char* text) {
        const auto said = scene.client.call(
            api::PostMessage{.channel = design, .text = *api::MessageText::from(text)},
            scene.as_alice());
        REQUIRE(said);
        return said->id.value();
    };
    CHECK(say("one") == 1);
    scene.broker.reset();
    scene.back_up(api::broker_daemon);
    scene.broker.emplace(*scene.home);
    CHECK(say("two") == 2);
    scene.broker.reset();
    scene.put_back(api::broker_daemon);
    scene.broker.emplace(*scene.home);
    CHECK(say("three") == 2 + passed_over);
    const auto page = scene.client.call(api::ListMessages{.channel = design});
    REQUIRE(page);
    REQUIRE(page->items.size() == 2);
    CHECK(page->items[0].text->text() == "three");
    CHECK(page->items[1].text->text() == "one");
}

TEST_CASE("paletted put back under a live consumer and a live reader: all say what it says") {
    Restored scene;
    if (!keeps_births(scene.home->data)) return;
    scene.start_paletted();
    scene.broker.emplace(*scene.home);
    scene.start_popularity();
    events::Subscription reader(scene.context, scene.sockets, scene.client, {.after = 0});
    std::set<std::string> heard;
    const auto hear = [&] {
        const auto event = reader.next(std::chrono::milliseconds(20));
        if (event && *event) heard.insert((*event)->id.text());
    };
    const api::Token bob = scene.sign_up("bob").access_token;
    scene.create(5);  // p3 is private
    scene.rename("alice/p1", "once");
    scene.like("alice/p1", bob);
    scene.like("alice/p4", bob);
    scene.like("alice/p5", bob);
    CHECK(eventually([&] { return scene.known() == scene.published(); }));
    scene.paletted.reset();
    scene.back_up(api::palettes_daemon);
    scene.start_paletted();
    for (const char* title : {"twice", "three times", "four times"})
        scene.rename("alice/p1", title);
    REQUIRE(scene.client.call(
        api::UpdatePalette{.ref{"alice/p2"}, .visibility = api::Visibility::private_},
        scene.as_alice()));
    REQUIRE(scene.client.call(
        api::UpdatePalette{.ref{"alice/p3"}, .visibility = api::Visibility::public_},
        scene.as_alice()));
    REQUIRE(scene.client.call(api::UpdatePalette{.ref{"alice/p5"}, .slug = api::Slug("moved")},
                              scene.as_alice()));
    REQUIRE(scene.client.call(api::DeletePalette{.ref{"alice/p4"}}, scene.as_alice()));
    scene.create(2);
    scene.like("alice/p2", *scene.token);
    scene.like("alice/p7", bob);
    CHECK(eventually([&] { return scene.known() == scene.published(); }));
    hear();
    scene.paletted.reset();
    scene.put_back(api::palettes_daemon);
    scene.start_paletted();
    scene.log_in();

    CHECK(eventually([&] { return scene.known() == scene.published(); }));
    CHECK(scene.published().size() == 5);
    CHECK(scene.popular().size() == 3);  // p4 was forgotten with its likes; p2 is public again
    CHECK(scene.likers_of("alice/p1") == std::set<std::string>{"bob"});
    CHECK(scene.likers_of("alice/p2") == std::set<std::string>{"alice"});
    CHECK(scene.likers_of("alice/p5") == std::set<std::string>{"bob"});
    // And they go on together.
    scene.rename("alice/p2", "afterwards");
    scene.create(1);
    scene.like("alice/p8", *scene.token);
    CHECK(eventually([&] { return scene.known() == scene.published(); }));
    CHECK(eventually([&] { return scene.popular().size() == 4; }));
    const auto page = scene.client.call(api::ListEvents{.after = 0});
    REQUIRE(page);
    std::set<std::string> told;
    for (const api::Event& event : page->items)
        told.insert(event.id.text());
    CHECK(eventually([&] {
        hear();
        return heard.size() >= told.size();
    }));
    CHECK(heard == told);
}

TEST_CASE("popularity's two stores put back: what paletted shows of people is what they say") {
    Restored scene;
    if (!keeps_births(scene.home->data)) return;
    scene.start_paletted();
    scene.broker.emplace(*scene.home);
    scene.start_popularity();
    const api::Token bob = scene.sign_up("bob").access_token;
    const api::Token carol = scene.sign_up("carol").access_token;
    scene.create(2);
    const auto standing = [&] {
        const auto me = scene.client.call(api::WhoAmI{}, scene.as_alice());
        REQUIRE(me);
        return std::to_string(me->ratings.value()) + " " +
               std::to_string(me->rating ? me->rating->hundredths() : 0);
    };
    scene.rate("alice/p1", 5, bob);
    scene.like("alice/p1", bob);
    std::string before;
    CHECK(eventually([&] {
        before = standing();
        return before.starts_with("1 ");
    }));
    const auto both = {std::string_view(api::popularity_daemon.name),
                       popularity::Service::tables_folder};
    scene.popularity.reset();
    for (const std::string_view store : both)
        scene.back_up(store);
    scene.start_popularity();
    scene.rate("alice/p1", 1, bob);
    scene.rate("alice/p1", 2, carol);
    scene.rate("alice/p2", 3, carol);
    scene.like("alice/p2", carol);
    CHECK(eventually([&] { return standing().starts_with("3 "); }));
    scene.popularity.reset();
    for (const std::string_view store : both)
        scene.put_back(store);
    scene.start_popularity();
    CHECK(eventually([&] { return standing() == before; }));
    CHECK(eventually([&] { return scene.known() == scene.published(); }));
    CHECK(scene.popular().size() == 1);
    scene.rate("alice/p2", 4, carol);
    CHECK(eventually([&] { return standing().starts_with("2 "); }));
}

TEST_CASE("what was deleted is nowhere in a consumer that is built again") {
    Restored scene;
    scene.start_paletted();
    scene.broker.emplace(*scene.home);
    scene.start_popularity();
    const api::Token bob = scene.sign_up("bobby-tables").access_token;
    const api::Token carol = scene.sign_up("carol").access_token;
    scene.create(2);
    auto wanted = sea_glass();
    wanted.title = api::Title("Bobbys Own");
    REQUIRE(scene.client.call(wanted, {.auth = bob}));
    wanted.title = api::Title("Short Lived");
    REQUIRE(scene.client.call(wanted, scene.as_alice()));
    scene.like("alice/p1", bob);
    scene.like("alice/p1", carol);
    scene.like("bobby-tables/bobbys-own", *scene.token);
    scene.like("alice/short-lived", carol);
    scene.rate("alice/p1", 2, bob);
    CHECK(eventually([&] { return scene.popular().size() == 3; }));
    const auto tells_of_them = [](const std::string& shown) {
        for (const char* name : {"bobby", "Bobby", "short-lived", "Short Lived"})
            if (shown.find(name) != std::string::npos) return true;
        return false;
    };
    CHECK(tells_of_them(scene.all_that_is_shown()));
    REQUIRE(scene.client.call(api::DeleteUser{api::SecretText("a quiet harbor")}, {.auth = bob}));
    REQUIRE(scene.client.call(api::DeletePalette{.ref{"alice/short-lived"}}, scene.as_alice()));
    CHECK(eventually([&] { return !tells_of_them(scene.all_that_is_shown()); }));

    const auto remove = [&](std::string_view store) {
        std::filesystem::remove_all(scene.home->store(store));
    };
    SECTION("from its own log, its tables gone") {
        scene.popularity.reset();
        remove(popularity::Service::tables_folder);
        scene.start_popularity();
        CHECK(eventually([&] { return scene.popular().size() == 1; }));
        CHECK(scene.likers_of("alice/p1") == std::set<std::string>{"carol"});
    }
    SECTION("from paletted's snapshot, both its stores gone") {
        scene.popularity.reset();
        remove(api::popularity_daemon.name);
        remove(popularity::Service::tables_folder);
        scene.start_popularity();
        CHECK(eventually([&] { return scene.known().size() == 2; }));
        scene.like("alice/p1", carol);
    }
    CHECK(eventually([&] { return scene.known() == scene.published(); }));
    CHECK_FALSE(tells_of_them(scene.all_that_is_shown()));
    for (const auto& [ref, json] : scene.known())
        CHECK_FALSE(tells_of_them(json));
}
