#include "term/table.hpp"

#include "base/ascii.hpp"
#include "base/check.hpp"
#include "term/safe_text.hpp"

#include <algorithm>
#include <utility>

namespace palette::term {

namespace {

constexpr std::size_t gap_columns = 2;

struct Width {
    std::size_t columns = 0;  // wanted, then granted
    std::size_t least = 0;
    unsigned leaves = 0;  // as in Column
    bool is_there = true;
};

// How many columns there are too many.
std::size_t excess(const std::vector<Width>& widths, std::size_t columns) {
    std::size_t total = 0;
    for (const Width& width : widths) {
        if (width.is_there) total += width.columns + gap_columns;
    }
    const std::size_t room = columns + gap_columns;  // no gap after the last
    return total > room ? total - room : 0;
}

// Takes columns from the widest that may shrink, one at a time, until none is too many or nobody
// can give more.
void shrink(std::vector<Width>& widths, std::size_t columns) {
    const auto room = [](const Width& width) {
        return width.is_there && width.columns > width.least ? width.columns : 0;
    };
    for (std::size_t left = excess(widths, columns); left > 0; --left) {
        const auto widest = std::ranges::max_element(widths, {}, room);
        if (widest == widths.end() || room(*widest) == 0) return;
        --widest->columns;
    }
}

// Lets columns leave, until none is too many or nobody may.
void thin_out(std::vector<Width>& widths, std::size_t columns) {
    while (excess(widths, columns) > 0) {
        Width* first = nullptr;
        for (Width& width : widths) {
            const bool may = width.is_there && width.leaves > 0;
            if (may && (first == nullptr || width.leaves < first->leaves)) first = &width;
        }
        if (first == nullptr) return;
        first->is_there = false;
    }
}

}  // namespace

Cell::Cell(std::string_view text, std::string style)
    : text_(safe_line(text)),
      style_(std::move(style)),
      columns_(width(text_)),
      is_painted_(false) {}

Cell::Cell(Painted painted)
    : text_(std::move(painted.text)), columns_(painted.columns), is_painted_(true) {}

Painted Cell::fitted(std::size_t columns, const Painter& painter) const {
    if (is_painted_) return {text_, columns_};
    const std::string shown = fit(text_, columns);
    return {painter.styled(style_, shown), width(shown)};
}

void Table::add(std::vector<Cell> row) {
    CHECK_INVARIANT(row.size() == columns_.size());
    rows_.push_back(std::move(row));
}

std::string Table::render(const Painter& painter, std::size_t columns) const {
    if (painter.is_plain()) return told(painter);
    const auto granted = widths(columns);
    std::vector<Cell> headings;
    headings.reserve(columns_.size());
    for (const Column& column : columns_)
        headings.emplace_back(column.heading, painter.bold());
    std::string lines = line(headings, granted, painter);
    for (const auto& row : rows_)
        lines += line(row, granted, painter);
    return lines;
}

std::string Table::told(const Painter& painter) const {
    std::string lines;
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i].columns() == 0) continue;
            if (!line.empty()) line += "; ";
            if (!columns_[i].heading.empty()) line += to_lower(columns_[i].heading) + ": ";
            line += row[i].fitted(row[i].columns(), painter).text;
        }
        lines += line + '\n';
    }
    return lines;
}

Table::Widths Table::widths(std::size_t columns) const {
    std::vector<Width> wanted;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        Width own{.columns = width(columns_[i].heading),
                  .leaves = columns_[i].leaves,
                  .is_there = columns >= columns_[i].from_columns};
        std::size_t painted = 0;
        for (const auto& row : rows_) {
            own.columns = std::max(own.columns, row[i].columns());
            if (row[i].is_painted()) painted = std::max(painted, row[i].columns());
        }
        own.least = std::max(columns_[i].least_columns.value_or(own.columns), painted);
        wanted.push_back(own);
    }
    const std::vector<Width> unshrunk = wanted;
    shrink(wanted, columns);
    if (excess(wanted, columns) > 0) {
        // What stays may have its width again.
        thin_out(wanted, columns);
        for (std::size_t i = 0; i < wanted.size(); ++i)
            wanted[i].columns = unshrunk[i].columns;
        shrink(wanted, columns);
    }
    Widths granted;
    for (const Width& own : wanted)
        granted.push_back(own.is_there ? std::optional(own.columns) : std::nullopt);
    return granted;
}

std::string Table::line(const std::vector<Cell>& row, const Widths& widths,
                        const Painter& painter) const {
    std::string text;
    std::size_t owed = 0;  // spaces that are printed only when something follows
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (!widths[i]) continue;
        const Painted cell = row[i].fitted(*widths[i], painter);
        const std::size_t spare = *widths[i] - std::min(*widths[i], cell.columns);
        if (columns_[i].align == Align::right) owed += spare;
        if (cell.columns > 0) text.append(std::exchange(owed, 0), ' ').append(cell.text);
        owed += gap_columns + (columns_[i].align == Align::left ? spare : 0);
    }
    return text + '\n';
}

}  // namespace palette::term
