// Likes and the lists they make: the methods of palette-popularityd, and its events.
#pragma once

#include "api/event.hpp"
#include "api/method.hpp"
#include "api/palette.hpp"

namespace palette::api {

struct Liking {
    PaletteRef ref;
    bool liked;
    bool changed;
    Count likes;

    static constexpr std::string_view name_of_shape = "Liking";
    static constexpr auto fields() {
        return std::array{
            field<&Liking::ref>("The palette"),
            field<&Liking::liked>("Whether you like it now"),
            field<&Liking::changed>("False when it was so already"),
            field<&Liking::likes>("How many people like it"),
        };
    }
};

struct LikePalette {
    PaletteRef ref;

    static constexpr std::string_view name_of_shape = "LikePalette";
    static constexpr auto fields() { return std::array{field<&LikePalette::ref>("The palette")}; }
    using Result = Liking;
    static constexpr Method method{
        .name = "palette.like",
        .summary = "Like a palette",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::likes_write,
        .repeatable = true,
        .errors = {ErrorKind::not_found},
        .command = "like",
        .route = "POST /like",
    };
};

struct UnlikePalette {
    PaletteRef ref;

    static constexpr std::string_view name_of_shape = "UnlikePalette";
    static constexpr auto fields() { return std::array{field<&UnlikePalette::ref>("The palette")}; }
    using Result = Liking;
    static constexpr Method method{
        .name = "palette.unlike",
        .summary = "Take a like back",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::likes_write,
        .repeatable = true,
        .errors = {ErrorKind::not_found},
        .command = "unlike",
    };
};

inline constexpr WholeRule rank_rule{"Rank", "counted from 1", 1, 1};
using Rank = Whole<rank_rule>;

template <class Item>
struct PopularItemOf {
    Rank rank;
    Count likes;
    Item palette;

    static constexpr std::string_view name_of_shape = "PopularItem";
    static constexpr auto fields() {
        return std::array{
            field<&PopularItemOf::rank>("Its place in the list"),
            field<&PopularItemOf::likes>("How many people like it"),
            field<&PopularItemOf::palette>("The palette"),
        };
    }
};

template <class Item>
struct PopularPageOf {
    List<PopularItemOf<Item>, 0, most_page_items> items{};
    std::optional<Cursor> next{};
    Timestamp as_of{};

    static constexpr std::string_view name_of_shape = "PopularPage";
    static constexpr auto fields() {
        return std::array{
            field<&PopularPageOf::items>("Palettes, most liked first"),
            field<&PopularPageOf::next>("Begins the next page; null on the last"),
            field<&PopularPageOf::as_of>("The moment this was true"),
        };
    }
};
using PopularPage = PopularPageOf<Palette>;

struct ListPopular {
    Limit limit = 20;
    std::optional<Cursor> after{};

    static constexpr std::string_view name_of_shape = "ListPopular";
    static constexpr auto fields() {
        return std::array{
            field<&ListPopular::limit>("Most items in a page"),
            field<&ListPopular::after>("`next` of the page before"),
        };
    }
    using Result = PopularPage;
    using Stored = PopularPageOf<Encoded<Palette>>;
    static constexpr Method method{
        .name = "palette.popular",
        .summary = "List the most liked palettes",
        .command = "popular",
        .route = "GET /popular",
    };
};

// Both "palette.liked" and "palette.unliked". Stored by number; whoever shows it puts the names in.
struct PaletteLiked {
    UserId user_id;
    PaletteId palette_id;
    Count likes;
    std::optional<Username> user{};
    std::optional<PaletteRef> ref{};

    static constexpr std::string_view name_of_shape = "PaletteLiked";
    static constexpr auto fields() {
        return std::array{
            field<&PaletteLiked::user_id>("Who"),
            field<&PaletteLiked::palette_id>("The palette"),
            field<&PaletteLiked::likes>("How many like it now"),
            field<&PaletteLiked::user>("Their name; null when they are gone"),
            field<&PaletteLiked::ref>("Its reference; null when it is gone"),
        };
    }
    static constexpr EventType event{"palette.liked", popularity_topic, "Somebody liked a palette"};
    static constexpr EventType undone{"palette.unliked", popularity_topic,
                                      "Somebody took a like back"};
};

inline constexpr WholeRule stars_rule{"Stars", "1 to 5 stars", 4, 1, 5};
using Stars = Whole<stars_rule>;

// Stored by number; whoever shows it puts the names in.
struct PaletteRated {
    UserId user_id;
    PaletteId palette_id;
    std::optional<Stars> stars{};
    std::optional<Username> user{};
    std::optional<PaletteRef> ref{};

    static constexpr std::string_view name_of_shape = "PaletteRated";
    static constexpr auto fields() {
        return std::array{
            field<&PaletteRated::user_id>("Who"),
            field<&PaletteRated::palette_id>("The palette"),
            field<&PaletteRated::stars>("How many; null when they took it back"),
            field<&PaletteRated::user>("Their name; null when they are gone"),
            field<&PaletteRated::ref>("Its reference; null when it is gone"),
        };
    }
    static constexpr EventType event{"palette.rated", popularity_topic, "Somebody rated a palette"};
};

// For daemons: the standing of a person, which is the mean of these.
struct UserRated {
    UserId user_id;
    Count stars;
    Count ratings;

    static constexpr std::string_view name_of_shape = "UserRated";
    static constexpr auto fields() {
        return std::array{
            field<&UserRated::user_id>("Whose palettes"),
            field<&UserRated::stars>("All stars given to them together"),
            field<&UserRated::ratings>("How many ratings that were"),
        };
    }
    static constexpr EventType event{"user.rated", popularity_topic,
                                     "The standing of a person changed"};
};

}  // namespace palette::api
