#include "cli/render/contrast_matrix.hpp"

#include "base/check.hpp"
#include "color/hex.hpp"
#include "term/text_on.hpp"
#include "term/width.hpp"
#include "term/wrap.hpp"

#include <algorithm>

namespace palette::cli {

namespace {

using color::WcagGrade;

constexpr std::size_t gap_columns = 2;
constexpr std::string_view sample = "Aa";
constexpr std::string_view sample_legend = "Aa is the row's color on the column's. ";
constexpr std::string_view mark_legend = "AAA from 7, AA from 4.5, lg (AA-large) from 3.";

std::string ratio_text(const Contrast& ratio) {
    return decimal_text(ratio.hundredths());
}

// As short as a cell wants it.
std::string_view mark_of(WcagGrade grade) {
    switch (grade) {
        case WcagGrade::none:
            return "-";
        case WcagGrade::aa_large:
            return "lg";
        case WcagGrade::aa:
            return "AA";
        case WcagGrade::aaa:
            return "AAA";
    }
    return "";
}

// Of colors one and other, whichever comes first.
const ContrastPair& pair_of(const ContrastMatrix& matrix, std::size_t one, std::size_t other) {
    const auto [first, second] = std::minmax(one, other);
    const std::size_t count = matrix.colors.size();
    // The rows before have one pair less each.
    const std::size_t before = first * (2 * count - first - 1) / 2;
    return matrix.items[before + second - first - 1];
}

// Without the blanks at its end.
std::string without_end(const std::string& line) {
    return line.substr(0, line.find_last_not_of(' ') + 1);
}

class MatrixText {
  public:
    MatrixText(const ContrastMatrix& matrix, const View& view) : matrix_(matrix), view_(view) {
        for (const PlacedColor& color : matrix.colors)
            label_columns_ = std::max(label_columns_, label(color).size());
        swatch_columns_ = view.painter.paints() ? sample.size() + 1 : 0;
        // "12.15 AAA" behind a sample
        cell_columns_ = std::max<std::size_t>(label_columns_, swatch_columns_ + 9);
    }

    [[nodiscard]] std::string text() const {
        const std::size_t head = swatch_columns_ + label_columns_;
        const std::size_t room = view_.columns > head ? view_.columns - head : 0;
        const std::size_t at_once = std::max<std::size_t>(1, room / (cell_columns_ + gap_columns));
        std::string text;
        for (std::size_t from = 0; from < matrix_.colors.size(); from += at_once)
            text += block(from, std::min(from + at_once, matrix_.colors.size())) + "\n";
        return text;
    }

  private:
    // "12 #0b3954"
    [[nodiscard]] static std::string label(const PlacedColor& color) {
        return std::to_string(color.place.number()) + " " + color::to_hex(color.hex);
    }

    [[nodiscard]] std::string block(std::size_t from, std::size_t to) const {
        std::string lines(swatch_columns_ + label_columns_, ' ');
        for (std::size_t column = from; column < to; ++column) {
            lines += std::string(gap_columns, ' ') +
                     term::pad(label(matrix_.colors[column]), cell_columns_);
        }
        lines = without_end(lines) + "\n";
        for (std::size_t row = 0; row < matrix_.colors.size(); ++row)
            lines += line(row, from, to);
        return lines;
    }

    [[nodiscard]] std::string line(std::size_t row, std::size_t from, std::size_t to) const {
        const PlacedColor& color = matrix_.colors[row];
        std::string text = swatch_before(color.hex, view_);
        text += term::pad(label(color), label_columns_);
        for (std::size_t column = from; column < to; ++column)
            text += std::string(gap_columns, ' ') + cell(row, column);
        return without_end(text) + "\n";
    }

    [[nodiscard]] std::string cell(std::size_t row, std::size_t column) const {
        if (row == column)
            return std::string(swatch_columns_, ' ') + term::pad("    .", text_columns());
        const ContrastPair& pair = pair_of(matrix_, row, column);
        const std::string ratio = term::pad(ratio_text(pair.ratio), 5, term::Align::right);
        return sample_of(row, column) +
               term::pad(ratio + " " + std::string(mark_of(pair.grade)), text_columns());
    }
    [[nodiscard]] std::size_t text_columns() const { return cell_columns_ - swatch_columns_; }

    // Of the row's color on the column's.
    [[nodiscard]] std::string sample_of(std::size_t row, std::size_t column) const {
        const term::Painter& painter = view_.painter;
        if (!painter.paints()) return {};
        const color::Color below = color::on_white(matrix_.colors[column].hex);
        const color::Color above = color::on_white(matrix_.colors[row].hex);
        return painter.styled(term::text_on(painter, above, below), sample) + " ";
    }

    const ContrastMatrix& matrix_;
    const View& view_;
    std::size_t label_columns_ = 0;
    std::size_t swatch_columns_ = 0;
    std::size_t cell_columns_ = 0;
};

// A line for each pair: "1 #000000 black on 2 #ffffff white: 21.00, aaa".
std::string told(const ContrastMatrix& matrix, const View& view) {
    std::string lines;
    for (const ContrastPair& pair : matrix.items) {
        lines += text_of(pair.one, view) + " on " + text_of(pair.other, view) + ": " +
                 ratio_text(pair.ratio) + ", " + std::string(api::word_of(pair.grade)) + "\n";
    }
    return lines;
}

}  // namespace

ContrastMatrix contrasts_of(const api::Colors& colors) {
    CHECK_INVARIANT(colors.size() <= most_matrix_colors);
    ContrastMatrix matrix;
    for (std::size_t i = 0; i < colors.size(); ++i)
        matrix.colors.push_back(placed_color(colors, i));
    for (std::size_t i = 0; i < colors.size(); ++i) {
        const color::Color one = color::on_white(colors[i].hex);
        for (std::size_t j = i + 1; j < colors.size(); ++j) {
            const double ratio = color::wcag_contrast(one, color::on_white(colors[j].hex));
            matrix.items.push_back(
                {matrix.colors[i], matrix.colors[j], contrast_of(ratio), color::wcag_grade(ratio)});
        }
    }
    return matrix;
}

constexpr std::array<Column, 6> pair_columns{{{"place"},
                                              {"hex"},
                                              {"other_place", "of the other color"},
                                              {"other_hex", "likewise"},
                                              {"ratio"},
                                              {"grade"}}};
const Printed printed_contrasts{.shape = &api::shape_of<ContrastMatrix>, .columns = pair_columns};

void append_tsv(Tsv& tsv, const ContrastPair& pair) {
    tsv.line(pair_columns, std::to_string(pair.one.place.number()), color::to_hex(pair.one.hex),
             std::to_string(pair.other.place.number()), color::to_hex(pair.other.hex),
             ratio_text(pair.ratio), api::word_of(pair.grade));
}

std::string text_of(const ContrastMatrix& matrix, const View& view) {
    if (view.painter.is_plain()) return told(matrix, view);
    const std::string legend =
        std::string(view.painter.paints() ? sample_legend : "") + std::string(mark_legend);
    return MatrixText(matrix, view).text() + term::wrapped(legend, 0, view.columns);
}

}  // namespace palette::cli
