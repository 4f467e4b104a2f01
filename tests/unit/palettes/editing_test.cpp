#include "palettes/core/editing.hpp"

#include "registry.hpp"

using namespace palette;
using namespace palette::test;

namespace {

const api::PaletteRef sea_glass("alice/sea-glass");

struct Published : Registry {
    api::Palette palette = *create(alice, titled("Sea Glass"));
};

std::string hexes(const api::Colors& colors) {
    std::string words;
    for (const api::Swatch& swatch : colors)
        words += color::to_hex(swatch.hex) + " ";
    return words;
}

constexpr auto add = api::ColorOperation::add;
constexpr auto remove_one = api::ColorOperation::remove;
constexpr auto set = api::ColorOperation::set;
constexpr auto move_one = api::ColorOperation::move;

api::HexColor hex(std::string_view text) {
    return *color::parse_hex(text);
}

}  // namespace

TEST_CASE("what is given is changed in a new revision, and the rest stays") {
    Published registry;
    registry.store.clock.advance(std::chrono::minutes(1));
    const auto changed = registry.update(
        registry.alice,
        {.ref = sea_glass, .title = api::Title("Sea Grass"), .tags = api::Tags{api::Tag("calm")}});
    REQUIRE(changed);
    CHECK(changed->title.text() == "Sea Grass");
    CHECK(changed->tags == api::Tags{api::Tag("calm")});
    CHECK(changed->colors == registry.palette.colors);
    CHECK(changed->ref == sea_glass);
    CHECK(changed->revision.value() == 2);
    CHECK(changed->created_at == begin_of_time);
    CHECK(changed->updated_at == begin_of_time + std::chrono::minutes(1));
    CHECK(registry.get("alice/sea-glass")->title.text() == "Sea Grass");
    CHECK(registry.get("1")->title.text() == "Sea Grass");

    const api::NewEvent told = registry.last_event();
    CHECK(told.type.text() == "palette.updated");
    CHECK(told.revision.value() == 2);
    CHECK(told.audience == api::Audience::public_);
    CHECK_FALSE(told.erases);
    const auto data = api::read_json<api::PaletteCreated>(told.data.text());
    REQUIRE(data);
    CHECK(data->palette.title.text() == "Sea Grass");
}

TEST_CASE("an update that changes nothing makes no revision and tells nobody") {
    Published registry;
    const auto same =
        registry.update(registry.alice, {.ref = sea_glass, .title = api::Title("Sea Glass")});
    REQUIRE(same);
    CHECK(same->revision.value() == 1);
    CHECK(registry.events() == 1);
}

TEST_CASE("an update of a revision that was replaced is aborted") {
    Published registry;
    REQUIRE(registry.update(
        registry.alice,
        {.ref = sea_glass, .title = api::Title("One"), .if_revision = api::Revision(1)}));
    const auto late = registry.update(
        registry.alice,
        {.ref = sea_glass, .title = api::Title("Two"), .if_revision = api::Revision(1)});
    REQUIRE_FALSE(late);
    CHECK(late.error().kind == ErrorKind::aborted);
    CHECK(registry.get("alice/sea-glass")->title.text() == "One");
    CHECK(registry.events() == 2);
}

TEST_CASE("only the owner changes a palette, and a revision never changes") {
    Published registry;
    const api::Title title("Mine");
    CHECK(registry.update(registry.bob, {.ref = sea_glass, .title = title}).error().kind ==
          ErrorKind::permission_denied);
    CHECK(
        registry.update(registry.alice, {.ref{"alice/sea-glass@1"}, .title = title}).error().kind ==
        ErrorKind::invalid_argument);
    REQUIRE(registry.update(registry.alice,
                            {.ref = sea_glass, .visibility = api::Visibility::private_}));
    CHECK(registry.update(registry.bob, {.ref = sea_glass, .title = title}).error().kind ==
          ErrorKind::not_found);
}

TEST_CASE("a renamed palette is found under its new name alone, and the old one is free") {
    Published registry;
    const auto renamed =
        registry.update(registry.alice, {.ref = sea_glass, .slug = api::Slug("grass")});
    REQUIRE(renamed);
    CHECK(renamed->ref.text() == "alice/grass");
    CHECK(registry.get("alice/grass")->id == registry.palette.id);
    CHECK(registry.get("alice/sea-glass").error().kind == ErrorKind::not_found);
    CHECK(registry.create(registry.alice, titled("Sea Glass"))->ref == sea_glass);
    const auto taken =
        registry.update(registry.alice, {.ref{"alice/grass"}, .slug = api::Slug("sea-glass")});
    REQUIRE_FALSE(taken);
    CHECK(taken.error().kind == ErrorKind::already_exists);
}

TEST_CASE("going private hides it and blanks what was told; coming back tells all again") {
    Published registry;
    REQUIRE(registry.update(registry.alice,
                            {.ref = sea_glass, .visibility = api::Visibility::private_}));
    CHECK(registry.last_event().audience == api::Audience::daemons);
    CHECK(registry.last_event().erases);
    CHECK_FALSE(registry.get("alice/sea-glass", registry.bob));
    CHECK(registry.list_all({}).empty());
    REQUIRE(registry.update(registry.alice, {.ref = sea_glass, .title = api::Title("Secret")}));
    CHECK(registry.last_event().audience == api::Audience::daemons);
    CHECK_FALSE(registry.last_event().erases);
    REQUIRE(registry.update(registry.alice,
                            {.ref = sea_glass, .visibility = api::Visibility::public_}));
    CHECK(registry.last_event().type.text() == "palette.updated");
    CHECK(registry.last_event().audience == api::Audience::public_);
    CHECK(registry.list_all({}).size() == 1);
}

TEST_CASE("the content index follows an edit") {
    Published registry;
    const auto import = [&](std::string_view title) {
        const auto done = registry.store->write([&](store::WriteTxn& txn) {
            return palettes::import(
                txn, registry.alice,
                {.title = *api::Title::from(title), .colors = colors({"#0b3954", "#bfd7ea"})},
                begin_of_time);
        });
        REQUIRE(done);
        return done->created;
    };
    CHECK_FALSE(import("Sea Glass"));
    REQUIRE(registry.update(registry.alice, {.ref = sea_glass, .title = api::Title("Sea Grass")}));
    CHECK_FALSE(import("Sea Grass"));
    CHECK(import("Sea Glass"));
    // Two of one content: either is as good when the other goes.
    REQUIRE(registry.update(registry.alice,
                            {.ref{"alice/sea-glass-2"}, .title = api::Title("Sea Grass")}));
    REQUIRE(registry.remove(registry.alice, "alice/sea-glass"));
    CHECK_FALSE(import("Sea Grass"));
}

TEST_CASE("changes of single colors are made one after the other") {
    const api::Colors three = colors({"#000001", "#000002", "#000003"});
    const struct {
        api::ColorChanges changes;
        std::string_view left;
    } cases[] = {
        {{{.operation = add, .hex = hex("#00000a")}}, "#000001 #000002 #000003 #00000a "},
        {{{.operation = add, .at = api::ColorPlace(1), .hex = hex("#00000a")}},
         "#00000a #000001 #000002 #000003 "},
        {{{.operation = add, .at = api::ColorPlace(4), .hex = hex("#00000a")}},
         "#000001 #000002 #000003 #00000a "},
        {{{.operation = remove_one, .at = api::ColorPlace(2)}}, "#000001 #000003 "},
        {{{.operation = set, .at = api::ColorPlace(3), .hex = hex("#00000a")}},
         "#000001 #000002 #00000a "},
        {{{.operation = move_one, .at = api::ColorPlace(1), .to = api::ColorPlace(3)}},
         "#000002 #000003 #000001 "},
        {{{.operation = move_one, .at = api::ColorPlace(3), .to = api::ColorPlace(1)}},
         "#000003 #000001 #000002 "},
        {{{.operation = move_one, .at = api::ColorPlace(2), .to = api::ColorPlace(2)}},
         "#000001 #000002 #000003 "},
        {{{.operation = remove_one, .at = api::ColorPlace(1)},
          {.operation = set, .at = api::ColorPlace(1), .hex = hex("#00000a")}},
         "#00000a #000003 "},
    };
    for (const auto& one : cases) {
        const auto changed = palettes::changed_colors(three, one.changes);
        REQUIRE(changed);
        CHECK(hexes(*changed) == one.left);
    }
}

TEST_CASE("a change that cannot be made is refused, and the palette stays as it was") {
    Published registry;
    const api::ColorChanges refused[] = {
        {{.operation = add}},
        {{.operation = add, .at = api::ColorPlace(4), .hex = hex("#00000a")}},
        {{.operation = remove_one}},
        {{.operation = remove_one, .at = api::ColorPlace(3)}},
        {{.operation = set, .at = api::ColorPlace(1)}},
        {{.operation = set, .at = api::ColorPlace(3), .hex = hex("#00000a")}},
        {{.operation = move_one, .at = api::ColorPlace(1)}},
        {{.operation = move_one, .at = api::ColorPlace(1), .to = api::ColorPlace(3)}},
        {{.operation = remove_one, .at = api::ColorPlace(1)},
         {.operation = remove_one, .at = api::ColorPlace(1)}},
    };
    for (const api::ColorChanges& changes : refused) {
        const auto result = registry.update(registry.alice, {.ref = sea_glass, .changes = changes});
        REQUIRE_FALSE(result);
        CHECK(result.error().kind == ErrorKind::invalid_argument);
        CHECK(result.error().field == "changes");
    }
    CHECK(registry.get("alice/sea-glass")->revision.value() == 1);
    CHECK(registry.events() == 1);
}

TEST_CASE("a color that is set keeps its role and loses its name") {
    const api::Colors named{
        api::Swatch{.hex = hex("#0b3954"), .name = api::Title("Navy"), .role = api::Tag("text")}};
    const auto changed = palettes::changed_colors(
        named, {{.operation = set, .at = api::ColorPlace(1), .hex = hex("#ff0000")}});
    REQUIRE(changed);
    CHECK_FALSE((*changed)[0].name);
    CHECK((*changed)[0].role == api::Tag("text"));
}
