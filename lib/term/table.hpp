// Aligned columns for people. (Pipes get tsv, which is not made here.)
//
// Text given to a table is made safe by it; only Painted passes through as it is. It holds what it
// is given until rendered: the caller's page bounds the rows. Not for sharing between threads.
#pragma once

#include "term/paint.hpp"
#include "term/width.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palette::term {

struct Column {
    std::string heading;
    Align align = Align::left;
    // How narrow it may become when the terminal has no room; none: it keeps its width.
    std::optional<std::size_t> least_columns = std::nullopt;
    // When there is no room even so, it is left out: 1 before 2, and so on; 0 stays.
    unsigned leaves = 0;
    // It is left out from the beginning where the terminal has fewer columns.
    std::size_t from_columns = 0;
};

class Cell {
  public:
    // Text of any origin; cut with an ellipsis when its column shrinks. The style is a sequence of
    // the Painter that renders.
    explicit Cell(std::string_view text, std::string style = {});
    // Never cut: its column stays as wide.
    explicit Cell(Painted painted);

    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] bool is_painted() const { return is_painted_; }
    // What is printed in so many columns, without padding.
    [[nodiscard]] Painted fitted(std::size_t columns, const Painter& painter) const;

  private:
    std::string text_;
    std::string style_;
    std::size_t columns_;
    bool is_painted_;
};

class Table {
  public:
    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

    // As many cells as there are columns.
    void add(std::vector<Cell> row);
    [[nodiscard]] bool empty() const { return rows_.empty(); }

    // In plain words: a line for each row, "ref: alice/dusk; title: Dusk". Else:
    // headings, then the rows, each ending in "\n" without spaces before it. While the table is
    // wider than `columns`, the widest column that may still shrink does so; then columns leave.
    [[nodiscard]] std::string render(const Painter& painter, std::size_t columns) const;

  private:
    [[nodiscard]] std::string told(const Painter& painter) const;
    // Of each column; none of one that is left out.
    using Widths = std::vector<std::optional<std::size_t>>;
    [[nodiscard]] Widths widths(std::size_t columns) const;
    [[nodiscard]] std::string line(const std::vector<Cell>& row, const Widths& widths,
                                   const Painter& painter) const;

    std::vector<Column> columns_;
    std::vector<std::vector<Cell>> rows_{};
};

}  // namespace palette::term
