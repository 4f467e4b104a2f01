#include "palettes/core/palette_events.hpp"

#include "api/palette.hpp"
#include "api/writer.hpp"

namespace palette::palettes {

namespace {

api::Audience audience_of(const PaletteFacts& facts) {
    return facts.is_private ? api::Audience::daemons : api::Audience::public_;
}

api::NewEvent telling(const api::EventType& type, const PaletteFacts& facts, std::string_view json,
                      const api::About& about) {
    const api::PaletteCreatedOf<api::Encoded<api::Palette>> data{
        .owner_id = api::UserId::clamped(facts.owner_id),
        .palette = api::Encoded<api::Palette>(json)};
    return api::new_event(type, about, api::to_json(data));
}

}  // namespace

api::NewEvent created_event(const PaletteFacts& facts, std::string_view json,
                            api::Revision revision, Timestamp at) {
    return telling(api::PaletteCreated::event, facts, json,
                   {.kind = "palette",
                    .id = facts.id,
                    .time = at,
                    .audience = audience_of(facts),
                    .revision = revision.value()});
}

api::NewEvent updated_event(const PaletteFacts& before, const PaletteFacts& after,
                            std::string_view json, api::Revision revision, Timestamp at) {
    return telling(api::PaletteCreated::changed, after, json,
                   {.kind = "palette",
                    .id = after.id,
                    .time = at,
                    .audience = audience_of(after),
                    .revision = revision.value(),
                    .erases = after.is_private && !before.is_private});
}

api::NewEvent deleted_event(const PaletteFacts& facts, api::Revision revision, Timestamp at) {
    return api::new_event(api::PaletteDeleted::event,
                          {.kind = "palette",
                           .id = facts.id,
                           .time = at,
                           .audience = audience_of(facts),
                           .revision = revision.value() + 1,
                           .erases = true},
                          api::to_json(api::PaletteDeleted{api::PaletteId::clamped(facts.id)}));
}

}  // namespace palette::palettes
