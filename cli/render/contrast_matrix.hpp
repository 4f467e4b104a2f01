// What `contrast` prints: the contrast of every pair of a palette's colors.
#pragma once

#include "api/describe.hpp"
#include "cli/render/color.hpp"
#include "cli/render/placed_color.hpp"

#include <string>
#include <vector>

namespace palette::cli {

// There are half as many pairs as its square.
inline constexpr std::size_t most_matrix_colors = 256;

struct ContrastPair {
    PlacedColor one;
    PlacedColor other;
    Contrast ratio;
    color::WcagGrade grade = color::WcagGrade::none;

    static constexpr std::string_view name_of_shape = "ContrastPair";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ContrastPair::one>("A color"),
            field<&ContrastPair::other>("One that comes after it"),
            field<&ContrastPair::ratio>("Their WCAG 2 contrast"),
            field<&ContrastPair::grade>("What it is enough for: AAA 7, AA 4.5, AA-large 3"),
        };
    }
};

// By the first color, then by the other; the lists have no more than they say.
struct ContrastMatrix {
    api::List<ContrastPair, 0, most_matrix_colors*(most_matrix_colors - 1) / 2> items{};
    api::List<PlacedColor, 0, most_matrix_colors> colors{};

    static constexpr std::string_view name_of_shape = "ContrastMatrix";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ContrastMatrix::items>("Each pair"),
            field<&ContrastMatrix::colors>("The colors, in the order of the palette"),
        };
    }
};

// A color that is not opaque is taken as it looks on white. At most most_matrix_colors.
[[nodiscard]] ContrastMatrix contrasts_of(const api::Colors& colors);

void append_tsv(Tsv& tsv, const ContrastPair& pair);
extern const Printed printed_contrasts;
// A row and a column for each color; where there is no room for all columns, as many as fit and
// then the next ones below.
[[nodiscard]] std::string text_of(const ContrastMatrix& matrix, const View& view);

}  // namespace palette::cli
