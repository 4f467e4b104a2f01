#include "cli/render/lineage.hpp"

#include "term/relative_time.hpp"
#include "term/table.hpp"

namespace palette::cli {

namespace {

// Calls take(kinship, relative) from the first ancestor on.
template <class Take>
void each_relative(const api::Lineage& lineage, Take take) {
    for (std::size_t i = lineage.ancestors.size(); i-- > 0;)
        take("ancestor", lineage.ancestors[i]);
    take("self", lineage.palette);
    for (const api::Relative& fork : lineage.items)
        take("fork", fork);
}

}  // namespace

constexpr std::array<Column, 5> relative_columns{
    {{"kinship", "ancestor, self or fork, in this order"},
     {"ref"},
     {"title"},
     {"created_at"},
     {"forked_from", "or empty"}}};
const Printed printed_lineage{
    .shape = &api::shape_of<api::Lineage>, .columns = relative_columns, .line_of = "palette"};

void append_tsv(Tsv& tsv, const api::Lineage& lineage) {
    each_relative(lineage, [&](std::string_view kinship, const api::Relative& one) {
        tsv.line(relative_columns, kinship, one.ref.text(), one.title.text(),
                 rfc3339(one.created_at), one.forked_from ? one.forked_from->text() : "");
    });
}

std::string text_of(const api::Lineage& lineage, const View& view) {
    term::Table table({{.heading = "KIN"},
                       {.heading = "REF"},
                       {.heading = "TITLE", .least_columns = 8, .leaves = 2},
                       {.heading = "PUBLISHED", .leaves = 1}});
    each_relative(lineage, [&](std::string_view kinship, const api::Relative& one) {
        const bool is_self = &one == &lineage.palette;
        table.add({term::Cell(kinship),
                   term::Cell(one.ref.text(), is_self ? view.painter.bold() : std::string()),
                   term::Cell(one.title.text()),
                   term::Cell(term::relative_time(one.created_at, view.now), view.painter.dim())});
    });
    return table.render(view.painter, view.columns);
}

}  // namespace palette::cli
