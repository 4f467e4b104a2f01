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

// Both "palette.liked" and "palette.unliked".
struct PaletteLiked {
    UserId user_id;
    Username user;
    PaletteId palette_id;
    PaletteRef ref;
    Count likes;

    static constexpr std::string_view name_of_shape = "PaletteLiked";
    static constexpr auto fields() {
        return std::array{
            field<&PaletteLiked::user_id>("Who"),
            field<&PaletteLiked::user>("Their name"),
            field<&PaletteLiked::palette_id>("The palette"),
            field<&PaletteLiked::ref>("Its reference"),
            field<&PaletteLiked::likes>("How many like it now"),
        };
    }
    static constexpr EventType event{"palette.liked", Topic::popularity,
                                     "Somebody liked a palette"};
    static constexpr EventType undone{"palette.unliked", Topic::popularity,
                                      "Somebody took a like back"};
};

}  // namespace palette::api
