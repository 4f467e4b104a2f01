// What you think of palettes, and the lists that it makes.
#pragma once

#include "api/popularity.hpp"
#include "cli/command_line/command.hpp"
#include "cli/render/popularity.hpp"

namespace palette::cli {

struct Like {
    api::PaletteRef ref;

    static constexpr std::string_view name_of_shape = "Like";
    static constexpr auto fields() { return std::array{api::field<&Like::ref>("The palette")}; }
    static constexpr Command command{
        .path = "like",
        .summary = "Like a palette; twice is as good as once",
        .examples = {{{"like alice/sea-glass", "By its reference"},
                      {"like 42 --json", "By its number; says whether something changed"}}},
        .positional = {"ref"},
        .prints = &printed_liking,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct Unlike {
    api::PaletteRef ref;

    static constexpr std::string_view name_of_shape = "Unlike";
    static constexpr auto fields() { return std::array{api::field<&Unlike::ref>("The palette")}; }
    static constexpr Command command{
        .path = "unlike",
        .summary = "Take a like back",
        .examples = {{{"unlike alice/sea-glass", "By its reference"},
                      {"unlike 42 --quiet", "Without a word"}}},
        .positional = {"ref"},
        .prints = &printed_liking,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct Likes {
    api::PaletteRef ref;
    api::Limit limit = 20;
    std::optional<api::Cursor> after{};

    static constexpr std::string_view name_of_shape = "Likes";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Likes::ref>("The palette"),
            field<&Likes::limit>("Most people to list"),
            field<&Likes::after>("Where the page before ended"),
        };
    }
    static constexpr Command command{
        .path = "likes",
        .summary = "List who likes a palette, newest first",
        .examples = {{{"likes alice/sea-glass", "The last twenty"},
                      {"likes 42 --limit 200 --format jsonl", "An object a line"}}},
        .positional = {"ref"},
        .prints = &printed_likes,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

constexpr bool is_stars_word(std::string_view text) {
    return text == "none" || (text.size() == 1 && text.front() >= '1' && text.front() <= '5');
}
inline constexpr api::TextRule stars_word_rule{"Stars",       "1 to 5 stars, or none", "5", 1, 4,
                                               is_stars_word, "^([1-5]|none)$"};
using StarsWord = api::Text<stars_word_rule>;

struct Rate {
    api::PaletteRef ref;
    StarsWord stars;

    static constexpr std::string_view name_of_shape = "Rate";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Rate::ref>("The palette"),
            field<&Rate::stars>("In place of what you gave before"),
        };
    }
    static constexpr Command command{
        .path = "rate",
        .summary = "Give a palette 1 to 5 stars, or take them back",
        .examples = {{{"rate bob/dusk 5", "The best there is; your own are for others to rate"},
                      {"rate bob/dusk none", "As if you had never rated it"}}},
        .positional = {"ref", "stars"},
        .prints = &printed_rating,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct Popular {
    api::Measure by = api::Measure::likes;
    api::Window window = api::Window::all;
    api::Limit limit = 20;
    std::optional<api::Cursor> after{};

    static constexpr std::string_view name_of_shape = "Popular";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Popular::by>(
                "What counts; rating orders by (stars + 15) / (ratings + 5), so that "
                "one vote of five stars does not win"),
            field<&Popular::window>(
                "Since when: the running hour and the 24, 168 or 720 before it, "
                "UTC; or all there was"),
            field<&Popular::limit>("Most palettes to list"),
            field<&Popular::after>("Where the page before ended"),
        };
    }
    static constexpr Command command{
        .path = "popular",
        .summary = "List the most popular palettes",
        .examples = {{{"popular --by rating --window week", "Best rated of the last seven days"},
                      {"popular --limit 3 --json", "The three most liked, for programs"}}},
        .prints = &printed_popular,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct Trending {
    api::Limit limit = 20;
    bool explain_ = false;  // `explain` would be the command's own help (command.hpp)

    static constexpr std::string_view name_of_shape = "Trending";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Trending::limit>("Most palettes to list"),
            field<&Trending::explain_>(
                "Say what makes each score: the hours of the last week, their likes, and what "
                "each like weighs, which is 2^(-age / 24 hours)"),
        };
    }
    static constexpr Command command{
        .path = "trending",
        .summary = "List what is liked most just now",
        .examples = {{{"trending", "The first twenty"},
                      {"trending --limit 3 --explain", "What makes their scores"}}},
        .prints = &printed_trending,
        .prints_with = {"--explain", &printed_explained},
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

// Somebody signed in has looked at it: tells palette-popularityd, once all is printed. Best effort,
// without a word and without keeping anybody waiting.
void tell_of_look(Context& context, const api::PaletteRef& ref);

}  // namespace palette::cli
