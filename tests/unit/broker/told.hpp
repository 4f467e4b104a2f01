// What paletted and palette-popularityd tell the broker of people and palettes.
#pragma once

#include "api/palette.hpp"
#include "api/popularity.hpp"
#include "api/user.hpp"
#include "api/writer.hpp"
#include "broker_log.hpp"

namespace palette::test {

[[nodiscard]] inline api::NewEvent registered(std::uint64_t id, std::string_view name) {
    const api::User user{.id = api::UserId::clamped(id),
                         .username = *api::Username::from(name),
                         .display_name = api::DisplayName(""),
                         .bio = api::Description("")};
    return api::new_event(api::UserRegistered::event,
                          {.kind = "user",
                           .id = id,
                           .time = begin_of_time,
                           .audience = api::Audience::public_,
                           .revision = 1},
                          api::to_json(api::UserRegistered{user}));
}

[[nodiscard]] inline api::NewEvent user_deleted(std::uint64_t id) {
    return api::new_event(api::UserDeleted::event,
                          {.kind = "user",
                           .id = id,
                           .time = begin_of_time,
                           .audience = api::Audience::public_,
                           .revision = 2,
                           .erases = true},
                          api::to_json(api::UserDeleted{api::UserId::clamped(id)}));
}

// Of alice, who is user 1.
[[nodiscard]] inline api::NewEvent published(std::uint64_t id, std::string_view slug) {
    const std::string ref = "alice/" + std::string(slug);
    const api::Palette palette{.id = api::PaletteId::clamped(id),
                               .ref = *api::PaletteRef::from(ref),
                               .owner = api::Username("alice"),
                               .slug = *api::Slug::from(slug),
                               .title = api::Title("Sea Glass"),
                               .description = api::Description(""),
                               .tags = {},
                               .visibility = api::Visibility::public_,
                               .revision = 1,
                               .colors = {api::Swatch{.hex = color::Color{}}}};
    return api::new_event(api::PaletteCreated::event,
                          {.kind = "palette",
                           .id = id,
                           .time = begin_of_time,
                           .audience = api::Audience::public_,
                           .revision = 1},
                          api::to_json(api::PaletteCreated{.owner_id = 1, .palette = palette}));
}

// The palette becomes private.
[[nodiscard]] inline api::NewEvent hidden(api::NewEvent published) {
    auto data = api::read_json<api::PaletteCreated>(published.data.text());
    REQUIRE(data);
    data->palette.visibility = api::Visibility::private_;
    published.type = *api::Word::from(api::PaletteCreated::changed.name);
    published.audience = api::Audience::daemons;
    published.erases = true;
    published.data = api::Json(api::to_json(*data));
    return published;
}

[[nodiscard]] inline api::NewEvent palette_deleted(std::uint64_t id) {
    return api::new_event(api::PaletteDeleted::event,
                          {.kind = "palette",
                           .id = id,
                           .time = begin_of_time,
                           .audience = api::Audience::public_,
                           .revision = 2,
                           .erases = true},
                          api::to_json(api::PaletteDeleted{api::PaletteId::clamped(id)}));
}

[[nodiscard]] inline api::NewEvent liked(std::uint64_t user, std::uint64_t palette) {
    return api::new_event(
        api::PaletteLiked::event,
        {.kind = "palette",
         .id = palette,
         .time = begin_of_time,
         .audience = api::Audience::public_,
         .revision = 1},
        api::to_json(api::PaletteLiked{.user_id = api::UserId::clamped(user),
                                       .palette_id = api::PaletteId::clamped(palette),
                                       .likes = 1}));
}

}  // namespace palette::test
