// What people think of palettes: they like them, rate them and look at them.
#pragma once

#include "api/event.hpp"
#include "api/method.hpp"

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

// One person who likes a palette.
struct Like {
    Username user;
    PaletteRef ref;
    Timestamp liked_at{};

    static constexpr std::string_view name_of_shape = "Like";
    static constexpr auto fields() {
        return std::array{
            field<&Like::user>("Who"),
            field<&Like::ref>("The palette"),
            field<&Like::liked_at>("Since when"),
        };
    }
};

struct LikePage {
    List<Like, 0, most_page_items> items{};
    std::optional<Cursor> next{};

    static constexpr std::string_view name_of_shape = "LikePage";
    static constexpr auto fields() {
        return std::array{
            field<&LikePage::items>("Who likes it, newest first"),
            field<&LikePage::next>("Begins the next page; null on the last"),
        };
    }
};

struct ListLikes {
    PaletteRef ref;
    Limit limit = 20;
    std::optional<Cursor> after{};

    static constexpr std::string_view name_of_shape = "ListLikes";
    static constexpr auto fields() {
        return std::array{
            field<&ListLikes::ref>("The palette"),
            field<&ListLikes::limit>("Most items in a page"),
            field<&ListLikes::after>("`next` of the page before"),
        };
    }
    using Result = LikePage;
    static constexpr Method method{
        .name = "palette.likes",
        .summary = "List who likes a palette, newest first",
        .access = Access::visitor,
        .errors = {ErrorKind::not_found},
        .command = "likes",
        .route = "GET /palettes/:id/likes",
    };
};

inline constexpr WholeRule stars_rule{"Stars", "1 to 5 stars", 4, 1, 5};
using Stars = Whole<stars_rule>;

// The mean of a palette's ratings is stars / ratings.
struct Rating {
    PaletteRef ref;
    bool changed;
    Count stars;
    Count ratings;
    std::optional<Stars> yours{};

    static constexpr std::string_view name_of_shape = "Rating";
    static constexpr auto fields() {
        return std::array{
            field<&Rating::ref>("The palette"),
            field<&Rating::changed>("False when it was so already"),
            field<&Rating::stars>("All stars given to it together"),
            field<&Rating::ratings>("How many people have rated it"),
            field<&Rating::yours>("Your stars; null when you have not rated it"),
        };
    }
};

struct RatePalette {
    PaletteRef ref;
    std::optional<Stars> stars{};

    static constexpr std::string_view name_of_shape = "RatePalette";
    static constexpr auto fields() {
        return std::array{
            field<&RatePalette::ref>("The palette"),
            field<&RatePalette::stars>("In place of what you gave before; left out: none"),
        };
    }
    using Result = Rating;
    static constexpr Method method{
        .name = "palette.rate",
        .summary = "Give a palette 1 to 5 stars, or take them back",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::likes_write,
        .repeatable = true,
        .errors = {ErrorKind::not_found},
        .command = "rate",
    };
};

struct Viewing {
    PaletteRef ref;
    bool counted;
    Count views;

    static constexpr std::string_view name_of_shape = "Viewing";
    static constexpr auto fields() {
        return std::array{
            field<&Viewing::ref>("The palette"),
            field<&Viewing::counted>("False when you have looked at it today, in UTC, already"),
            field<&Viewing::views>("How often people have looked, once a day each"),
        };
    }
};

struct ViewPalette {
    PaletteRef ref;

    static constexpr std::string_view name_of_shape = "ViewPalette";
    static constexpr auto fields() { return std::array{field<&ViewPalette::ref>("The palette")}; }
    using Result = Viewing;
    static constexpr Method method{
        .name = "palette.view",
        .summary = "Say that you have looked at a palette",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::likes_write,
        .repeatable = true,
        .errors = {ErrorKind::not_found},
        .command = "palette show",
    };
};

}  // namespace palette::api
