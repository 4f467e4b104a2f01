// Every type of event there is, with the shape of its data: for documents and completion.
#pragma once

#include "api/channel.hpp"
#include "api/event.hpp"
#include "api/palette.hpp"
#include "api/popularity.hpp"
#include "api/session.hpp"
#include "api/source.hpp"
#include "api/user.hpp"

#include <array>

namespace palette::api {

struct EventRow {
    const EventType* type;
    const Shape* data;
};

// Sorted by name.
inline constexpr std::array event_types{
    EventRow{&PublicKeys::event, &shape_of<PublicKeys>},
    EventRow{&MessagePosted::event, &shape_of<MessagePosted>},
    EventRow{&PaletteCreated::event, &shape_of<PaletteCreated>},
    EventRow{&PaletteDeleted::event, &shape_of<PaletteDeleted>},
    EventRow{&PaletteLiked::event, &shape_of<PaletteLiked>},
    EventRow{&PaletteRated::event, &shape_of<PaletteRated>},
    EventRow{&PaletteLiked::undone, &shape_of<PaletteLiked>},
    EventRow{&PaletteCreated::changed, &shape_of<PaletteCreated>},
    EventRow{&SessionEnded::event, &shape_of<SessionEnded>},
    EventRow{&SourceReset::event, &shape_of<SourceReset>},
    EventRow{&UserDeleted::event, &shape_of<UserDeleted>},
    EventRow{&UserRated::event, &shape_of<UserRated>},
    EventRow{&UserRegistered::event, &shape_of<UserRegistered>},
    EventRow{&UserRegistered::changed, &shape_of<UserRegistered>},
};

static_assert([] {
    for (std::size_t i = 1; i < event_types.size(); ++i) {
        if (event_types[i].type->name <= event_types[i - 1].type->name) return false;
    }
    return true;
}());

}  // namespace palette::api
