// The lists that people's opinions make: the methods of palette-popularityd beside opinion.hpp, and
// its events.
#pragma once

#include "api/opinion.hpp"
#include "api/palette.hpp"

namespace palette::api {

inline constexpr WholeRule rank_rule{"Rank", "counted from 1", 1, 1};
using Rank = Whole<rank_rule>;

enum class Measure : std::uint8_t { likes, views, rating };
inline constexpr std::array<std::string_view, 3> measure_words{"likes", "views", "rating"};
constexpr ChoiceRule choice_rule(Measure) {
    return {"Measure", "what makes a palette popular", measure_words};
}

// The running hour and the 24, 168 or 720 before it, in UTC; or all there ever was.
enum class Window : std::uint8_t { day, week, month, all };
inline constexpr std::array<std::string_view, 4> window_words{"day", "week", "month", "all"};
constexpr ChoiceRule choice_rule(Window) {
    return {"Window", "since when it counts", window_words};
}

// What counts is what happened in the window asked for and still stands.
template <class Item>
struct PopularItemOf {
    Rank rank;
    Count likes;
    Item palette;
    Count views = 0;
    Count stars = 0;
    Count ratings = 0;

    static constexpr std::string_view name_of_shape = "PopularItem";
    static constexpr auto fields() {
        return std::array{
            field<&PopularItemOf::rank>("Its place in the list"),
            field<&PopularItemOf::likes>("How many people like it"),
            field<&PopularItemOf::palette>("The palette"),
            field<&PopularItemOf::views>("How often people looked, once a day each"),
            field<&PopularItemOf::stars>("All stars given to it together"),
            field<&PopularItemOf::ratings>(
                "How many ratings that were: the mean is stars / ratings"),
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
            field<&PopularPageOf::items>("Palettes, most popular first"),
            field<&PopularPageOf::next>("Begins the next page; null on the last"),
            field<&PopularPageOf::as_of>("What was answered before this moment is counted"),
        };
    }
};
using PopularPage = PopularPageOf<Palette>;

// By rating, the order is by (stars + 5 * 3) / (ratings + 5): as if each palette had five ratings
// of three stars to begin with, so that one vote of five stars does not win.
inline constexpr std::uint64_t prior_ratings = 5;
inline constexpr std::uint64_t prior_stars = prior_ratings * 3;

struct ListPopular {
    Measure by = Measure::likes;
    Window window = Window::all;
    Limit limit = 20;
    std::optional<Cursor> after{};
    std::optional<Username> user{};
    std::optional<Tag> tag{};

    static constexpr std::string_view name_of_shape = "ListPopular";
    static constexpr auto fields() {
        return std::array{
            field<&ListPopular::by>("What makes a palette popular"),
            field<&ListPopular::window>("Since when it counts"),
            field<&ListPopular::limit>("Most items in a page"),
            field<&ListPopular::after>("`next` of the page before"),
            field<&ListPopular::user>("Only palettes of this person; a page may be short of items"),
            field<&ListPopular::tag>("Only palettes with this tag; a page may be short of items"),
        };
    }
    using Result = PopularPage;
    using Stored = PopularPageOf<Encoded<Palette>>;
    static constexpr Method method{
        .name = "palette.popular",
        .summary = "List the most popular palettes",
        .command = "popular",
        .route = "GET /popular",
    };
};

// What people make of one palette, of all time.
struct PaletteFigures {
    PaletteId id;
    Count likes;
    Count views;
    Count stars;
    Count ratings;

    static constexpr std::string_view name_of_shape = "PaletteFigures";
    static constexpr auto fields() {
        return std::array{
            field<&PaletteFigures::id>("The palette"),
            field<&PaletteFigures::likes>("How many people like it"),
            field<&PaletteFigures::views>("How often people looked, once a day each"),
            field<&PaletteFigures::stars>("All stars given to it together"),
            field<&PaletteFigures::ratings>(
                "How many ratings that were: the mean is stars / ratings"),
        };
    }
};

struct FiguresPage {
    List<PaletteFigures, 0, most_page_items> items{};
    Timestamp as_of{};

    static constexpr std::string_view name_of_shape = "FiguresPage";
    static constexpr auto fields() {
        return std::array{
            field<&FiguresPage::items>("Those that are known and public, in the order asked for"),
            field<&FiguresPage::as_of>("What was answered before this moment is counted"),
        };
    }
};

// As the popular lists have them: what is liked here is in the list by likes of that moment.
struct ReadFigures {
    List<PaletteId, 1, most_page_items> ids;

    static constexpr std::string_view name_of_shape = "ReadFigures";
    static constexpr auto fields() {
        return std::array{field<&ReadFigures::ids>("The palettes, by their numbers")};
    }
    using Result = FiguresPage;
    static constexpr Method method{
        .name = "palette.figures",
        .summary = "Say how often palettes are liked, looked at and rated",
    };
};

// A palette's trend: log2 of the sum, over the hours of the last week, of likes(hour) * 2^(-age of
// the hour / half-life).
inline constexpr std::int64_t trend_half_life_hours = 24;

namespace letters {

constexpr bool thousandths(std::string_view text) {
    const auto dot = text.find('.');
    return dot != std::string_view::npos && text.size() - dot == 4 && number(text.substr(0, dot)) &&
           number(text.substr(dot + 1));
}

}  // namespace letters

inline constexpr TextRule trend_number_rule{
    "TrendNumber",        "a number with three decimals", "1.250", 5, 22,
    letters::thousandths, "^[0-9]{1,18}[.][0-9]{3}$"};
using TrendNumber = Text<trend_number_rule>;

// What the likes of one hour add to a trend.
struct TrendTerm {
    Timestamp hour;
    Count likes;
    TrendNumber weight;

    static constexpr std::string_view name_of_shape = "TrendTerm";
    static constexpr auto fields() {
        return std::array{
            field<&TrendTerm::hour>("When the hour began"),
            field<&TrendTerm::likes>("Likes given in it that still stand"),
            field<&TrendTerm::weight>("What each of them weighs now: 2^(-age / half-life)"),
        };
    }
};
inline constexpr std::size_t most_trend_terms = 169;

template <class Item>
struct TrendingItemOf {
    Rank rank;
    TrendNumber score;
    Count likes;
    Item palette;
    std::optional<List<TrendTerm, 0, most_trend_terms>> terms{};

    static constexpr std::string_view name_of_shape = "TrendingItem";
    static constexpr auto fields() {
        return std::array{
            field<&TrendingItemOf::rank>("Its place in the list"),
            field<&TrendingItemOf::score>("Its likes of the last week, the younger the heavier"),
            field<&TrendingItemOf::likes>("How many likes of the last week stand"),
            field<&TrendingItemOf::palette>("The palette"),
            field<&TrendingItemOf::terms>("The hours that make its score, newest first"),
        };
    }
};

template <class Item>
struct TrendingPageOf {
    List<TrendingItemOf<Item>, 0, most_page_items> items;
    Count half_life_hours;
    Timestamp as_of{};

    static constexpr std::string_view name_of_shape = "TrendingPage";
    static constexpr auto fields() {
        return std::array{
            field<&TrendingPageOf::items>("Palettes, the most trending first"),
            field<&TrendingPageOf::half_life_hours>("After so long a like weighs half"),
            field<&TrendingPageOf::as_of>("What was answered before this moment is counted"),
        };
    }
};
using TrendingPage = TrendingPageOf<Palette>;

struct ListTrending {
    Limit limit = 20;
    bool explain = false;

    static constexpr std::string_view name_of_shape = "ListTrending";
    static constexpr auto fields() {
        return std::array{
            field<&ListTrending::limit>("Most items in the list"),
            field<&ListTrending::explain>("Say what makes each score"),
        };
    }
    using Result = TrendingPage;
    using Stored = TrendingPageOf<Encoded<Palette>>;
    static constexpr Method method{
        .name = "palette.trending",
        .summary = "List the palettes that are liked most just now",
        .command = "trending",
        .route = "GET /trending",
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
    static constexpr EventType event{"user.rated", users_topic, "The standing of a person changed"};
};

}  // namespace palette::api
