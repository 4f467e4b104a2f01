#include "cli/render/popularity.hpp"

#include "cli/render/palette.hpp"
#include "term/relative_time.hpp"
#include "term/table.hpp"

namespace palette::cli {

void append_tsv(Tsv& tsv, const api::Liking& liking) {
    tsv.line({liking.ref.text(), liking.liked ? "true" : "false", liking.changed ? "true" : "false",
              std::to_string(liking.likes.number())});
}

std::string text_of(const api::Liking& liking, const View&) {
    std::string text = liking.liked ? "you like " : "you do not like ";
    text += liking.ref.text();
    if (!liking.changed) text += liking.liked ? " already" : " anyway";
    const auto likes = liking.likes.number();
    return text + ": " + std::to_string(likes) + (likes == 1 ? " like\n" : " likes\n");
}

void append_tsv(Tsv& tsv, const api::PopularItemOf<api::Palette>& item) {
    tsv.line({std::to_string(item.rank.number()), std::to_string(item.likes.number()),
              item.palette.ref.text(), item.palette.title.text(), hex_words(item.palette.colors),
              rfc3339(item.palette.created_at)});
}

std::string text_of(const api::PopularPage& page, const View& view) {
    using term::Cell;
    term::Table table({{.heading = "RANK", .align = term::Align::right, .leaves = 4},
                       {.heading = "LIKES", .align = term::Align::right, .leaves = 5},
                       {.heading = "COLORS", .leaves = 3},
                       {.heading = "REF"},
                       {.heading = "TITLE", .least_columns = 8, .leaves = 2},
                       {.heading = "PUBLISHED", .leaves = 1}});
    for (const auto& item : page.items) {
        table.add(
            {Cell(std::to_string(item.rank.number())), Cell(std::to_string(item.likes.number())),
             Cell(strip_of(item.palette.colors, view)), Cell(item.palette.ref.text()),
             Cell(item.palette.title.text()),
             Cell(term::relative_time(item.palette.created_at, view.now), view.painter.dim())});
    }
    return table.render(view.painter, view.columns);
}

}  // namespace palette::cli
