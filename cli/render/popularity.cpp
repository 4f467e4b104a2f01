#include "cli/render/popularity.hpp"

#include "base/counted.hpp"
#include "cli/render/palette.hpp"
#include "term/relative_time.hpp"
#include "term/table.hpp"

#include <algorithm>
#include <cstdint>

namespace palette::cli {

namespace {

// "3.67", or nothing to show.
std::string mean_of(api::Count stars, api::Count ratings) {
    if (ratings.number() == 0) return "";
    // Rounded to hundredths without a double's help.
    const std::uint64_t hundredths = (stars.value() * 100 + ratings.value() / 2) / ratings.value();
    const std::string cents = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + (cents.size() == 1 ? ".0" : ".") + cents;
}

std::string terms_text(const api::TrendingItemOf<api::Palette>& item) {
    std::string text = item.palette.ref.text() + "  " + item.score.text() + " =\n";
    for (const api::TrendTerm& term : *item.terms) {
        text += "  " + rfc3339(term.hour) + "  " + counted(term.likes.number(), "like") + " * " +
                term.weight.text() + "\n";
    }
    return text;
}

std::string explanation(const api::TrendingPage& page) {
    std::string text;
    for (const auto& item : page.items) {
        if (item.terms) text += "\n" + terms_text(item);
    }
    if (text.empty()) return text;
    return text + "\na like weighs 2^(-age / " + std::to_string(page.half_life_hours.number()) +
           " hours)\n";
}

std::string terms_word(const api::TrendingItemOf<api::Palette>& item) {
    std::string word;
    for (const api::TrendTerm& term : *item.terms) {
        if (!word.empty()) word += ',';
        word += rfc3339(term.hour) + "=" + std::to_string(term.likes.number()) + "*" +
                term.weight.text();
    }
    return word;
}

}  // namespace

constexpr std::array<Column, 4> liking_columns{{{"ref"}, {"liked"}, {"changed"}, {"likes"}}};
const Printed printed_liking{.shape = &api::shape_of<api::Liking>, .columns = liking_columns};

void append_tsv(Tsv& tsv, const api::Liking& liking) {
    tsv.line(liking_columns, liking.ref.text(), liking.liked ? "true" : "false",
             liking.changed ? "true" : "false", std::to_string(liking.likes.number()));
}

std::string text_of(const api::Liking& liking, const View&) {
    std::string text = liking.liked ? "you like " : "you do not like ";
    text += liking.ref.text();
    if (!liking.changed) text += liking.liked ? " already" : " anyway";
    return text + ": " + counted(liking.likes.number(), "like") + "\n";
}

constexpr std::array<Column, 3> like_columns{{{"user"}, {"ref"}, {"liked_at"}}};
const Printed printed_likes{.shape = &api::shape_of<api::LikePage>, .columns = like_columns};

void append_tsv(Tsv& tsv, const api::Like& like) {
    tsv.line(like_columns, like.user.text(), like.ref.text(), rfc3339(like.liked_at));
}

std::string text_of(const api::LikePage& page, const View& view) {
    using term::Cell;
    term::Table table({{.heading = "USER"}, {.heading = "LIKED", .leaves = 1}});
    for (const api::Like& like : page.items) {
        table.add({Cell(like.user.text()),
                   Cell(term::relative_time(like.liked_at, view.now), view.painter.dim())});
    }
    return table.render(view.painter, view.columns);
}

constexpr std::array<Column, 5> rating_columns{
    {{"ref"}, {"yours", "empty for none"}, {"changed"}, {"stars"}, {"ratings"}}};
const Printed printed_rating{.shape = &api::shape_of<api::Rating>, .columns = rating_columns};

void append_tsv(Tsv& tsv, const api::Rating& rating) {
    tsv.line(rating_columns, rating.ref.text(),
             rating.yours ? std::to_string(rating.yours->number()) : "",
             rating.changed ? "true" : "false", std::to_string(rating.stars.number()),
             std::to_string(rating.ratings.number()));
}

std::string text_of(const api::Rating& rating, const View&) {
    std::string text = rating.yours ? "you gave " + rating.ref.text() + " " +
                                          counted(rating.yours->number(), "star")
                                    : "you have not rated " + rating.ref.text();
    if (!rating.changed) text += rating.yours ? " already" : " anyway";
    if (rating.ratings.number() == 0) return text + ": no ratings\n";
    return text + ": " + mean_of(rating.stars, rating.ratings) + " of " +
           counted(rating.ratings.number(), "rating") + "\n";
}

constexpr std::array<Column, 9> popular_columns{{{"rank"},
                                                 {"likes"},
                                                 {"ref"},
                                                 {"title"},
                                                 {"colors", "blank between"},
                                                 {"created_at"},
                                                 {"views"},
                                                 {"stars"},
                                                 {"ratings"}}};
const Printed printed_popular{.shape = &api::shape_of<api::PopularPage>,
                              .columns = popular_columns};

void append_tsv(Tsv& tsv, const api::PopularItemOf<api::Palette>& item) {
    tsv.line(popular_columns, std::to_string(item.rank.number()),
             std::to_string(item.likes.number()), item.palette.ref.text(),
             item.palette.title.text(), hex_words(item.palette.colors),
             rfc3339(item.palette.created_at), std::to_string(item.views.number()),
             std::to_string(item.stars.number()), std::to_string(item.ratings.number()));
}

std::string text_of(const api::PopularPage& page, const View& view) {
    using term::Cell;
    constexpr auto right = term::Align::right;
    term::Table table({{.heading = "RANK", .align = right, .leaves = 7},
                       {.heading = "LIKES", .align = right, .leaves = 8},
                       {.heading = "VIEWS", .align = right, .leaves = 3},
                       {.heading = "RATING", .align = right, .leaves = 6},
                       {.heading = "COLORS", .leaves = 5},
                       hex_column(),
                       {.heading = "REF"},
                       {.heading = "TITLE", .least_columns = 8, .leaves = 4},
                       {.heading = "PUBLISHED", .leaves = 2}});
    for (const auto& item : page.items) {
        table.add(
            {Cell(std::to_string(item.rank.number())), Cell(std::to_string(item.likes.number())),
             Cell(std::to_string(item.views.number())), Cell(mean_of(item.stars, item.ratings)),
             Cell(strip_of(item.palette.colors, view)), hex_cell(item.palette.colors, view),
             Cell(item.palette.ref.text()), Cell(item.palette.title.text()),
             Cell(term::relative_time(item.palette.created_at, view.now), view.painter.dim())});
    }
    return table.render(view.painter, view.columns);
}

constexpr std::array<Column, 8> explained_columns{{{"rank"},
                                                   {"score"},
                                                   {"likes"},
                                                   {"ref"},
                                                   {"title"},
                                                   {"colors", "blank between"},
                                                   {"created_at"},
                                                   {"terms", "hour=likes*weight, comma between"}}};
// The same without the terms.
constexpr auto trending_columns = [] {
    std::array<Column, explained_columns.size() - 1> columns{};
    std::copy_n(explained_columns.begin(), columns.size(), columns.begin());
    return columns;
}();
const Printed printed_trending{.shape = &api::shape_of<api::TrendingPage>,
                               .columns = trending_columns};
const Printed printed_explained{.shape = &api::shape_of<api::TrendingPage>,
                                .columns = explained_columns};

void append_tsv(Tsv& tsv, const api::TrendingItemOf<api::Palette>& item) {
    const std::string rank = std::to_string(item.rank.number());
    const std::string likes = std::to_string(item.likes.number());
    const std::string colors = hex_words(item.palette.colors);
    const std::string created_at = rfc3339(item.palette.created_at);
    if (!item.terms) {
        return tsv.line(trending_columns, rank, item.score.text(), likes, item.palette.ref.text(),
                        item.palette.title.text(), colors, created_at);
    }
    tsv.line(explained_columns, rank, item.score.text(), likes, item.palette.ref.text(),
             item.palette.title.text(), colors, created_at, terms_word(item));
}

std::string text_of(const api::TrendingPage& page, const View& view) {
    using term::Cell;
    constexpr auto right = term::Align::right;
    term::Table table({{.heading = "RANK", .align = right, .leaves = 4},
                       {.heading = "SCORE", .align = right, .leaves = 6},
                       {.heading = "LIKES", .align = right, .leaves = 3},
                       {.heading = "COLORS", .leaves = 5},
                       hex_column(),
                       {.heading = "REF"},
                       {.heading = "TITLE", .least_columns = 8, .leaves = 2}});
    for (const auto& item : page.items) {
        table.add({Cell(std::to_string(item.rank.number())), Cell(item.score.text()),
                   Cell(std::to_string(item.likes.number())),
                   Cell(strip_of(item.palette.colors, view)), hex_cell(item.palette.colors, view),
                   Cell(item.palette.ref.text()), Cell(item.palette.title.text())});
    }
    return table.render(view.painter, view.columns) + explanation(page);
}

}  // namespace palette::cli
