// What the log can say. The fold is a function of these and of nothing else.
//
// Values stand in the log for days: a struct here is never changed, and Entry only grows at its
// end.
#pragma once

#include "popularity/tables.hpp"

#include <variant>

namespace palette::popularity {

struct LikeChanged {
    std::uint64_t palette = 0;
    std::uint64_t user = 0;
    bool likes = false;
    bool is_private = false;  // of the palette, when it was said: its event is for daemons
    std::uint64_t count = 0;  // of all who like it now
    std::string username{};

    static constexpr auto members =
        std::tuple{&LikeChanged::palette,    &LikeChanged::user,  &LikeChanged::likes,
                   &LikeChanged::is_private, &LikeChanged::count, &LikeChanged::username};
};

struct RatingChanged {
    std::uint64_t palette = 0;
    std::uint64_t user = 0;
    std::uint8_t before = 0;  // stars; 0 is none
    std::uint8_t stars = 0;
    bool is_private = false;
    std::string username{};

    static constexpr auto members =
        std::tuple{&RatingChanged::palette, &RatingChanged::user,       &RatingChanged::before,
                   &RatingChanged::stars,   &RatingChanged::is_private, &RatingChanged::username};
};

struct Viewed {
    std::uint64_t palette = 0;
    std::uint64_t user = 0;
    std::string username{};

    static constexpr auto members = std::tuple{&Viewed::palette, &Viewed::user, &Viewed::username};
};

// Nothing but an hour that has begun: every row has one, and this is for when nobody says anything.
struct HourBegan {
    static constexpr std::tuple<> members{};
};

// paletted told of a palette, in an event, a snapshot, or when it was asked.
struct PaletteTold {
    std::string json{};  // api::PaletteCreated

    static constexpr auto members = std::tuple{&PaletteTold::json};
};

struct PaletteGone {
    std::uint64_t palette = 0;
    std::uint64_t revision = 0;

    static constexpr auto members = std::tuple{&PaletteGone::palette, &PaletteGone::revision};
};

struct UserGone {
    std::uint64_t user = 0;

    static constexpr auto members = std::tuple{&UserGone::user};
};

// What is not told of between these two is gone.
struct SnapshotBegan {
    static constexpr std::tuple<> members{};
};
struct SnapshotEnded {
    static constexpr std::tuple<> members{};
};

// A step of taking away what is gone (core/forgetting.hpp).
struct Swept {
    static constexpr std::tuple<> members{};
};

// A person's standing, as the tables had it: its event.
struct StandingTold {
    std::uint64_t user = 0;
    std::uint64_t stars = 0;
    std::uint64_t ratings = 0;
    std::uint64_t revision = 0;

    static constexpr auto members = std::tuple{&StandingTold::user, &StandingTold::stars,
                                               &StandingTold::ratings, &StandingTold::revision};
};

// paletted told of a person, in a snapshot: they are there.
struct UserTold {
    std::uint64_t user = 0;

    static constexpr auto members = std::tuple{&UserTold::user};
};

// A row's kind is the place in this list.
using Entry = std::variant<LikeChanged, RatingChanged, Viewed, HourBegan, PaletteTold, PaletteGone,
                           UserGone, SnapshotBegan, SnapshotEnded, Swept, StandingTold, UserTold>;

}  // namespace palette::popularity
