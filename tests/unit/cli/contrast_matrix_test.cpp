#include "cli/render/contrast_matrix.hpp"

#include "api/writer.hpp"
#include "base/text_lines.hpp"
#include "catch.hpp"
#include "cli/render/print.hpp"
#include "term/width.hpp"

using namespace palette;
using namespace palette::cli;

namespace {

api::Colors grays(std::size_t count) {
    api::Colors colors{api::Blank{}};
    for (std::size_t i = 0; i < count; ++i) {
        const auto level = static_cast<std::uint8_t>(i * 255 / (count - 1));
        colors.push_back({.hex = color::Color{level, level, level}});
    }
    return colors;
}

View view_of(std::size_t columns, term::Depth depth = term::Depth::none) {
    return {.painter = term::Painter(depth), .columns = columns};
}

}  // namespace

TEST_CASE("each pair is there once, its ratio never rounded up") {
    const ContrastMatrix matrix = contrasts_of(grays(3));
    REQUIRE(matrix.items.size() == 3);
    CHECK(tsv_of(matrix.items[0]) == "1\t#000000\t2\t#7f7f7f\t5.24\tAA\n");
    CHECK(tsv_of(matrix.items[1]) == "1\t#000000\t3\t#ffffff\t21.00\tAAA\n");
    CHECK(tsv_of(matrix.items[2]) == "2\t#7f7f7f\t3\t#ffffff\t4.00\tAA-large\n");
    CHECK(contrasts_of(api::Colors{{.hex = color::Color{}}}).items.empty());
    // What lets white through is as light as it looks.
    const ContrastMatrix clear =
        contrasts_of({{.hex = color::Color{0, 0, 0, 0}}, {.hex = color::Color{255, 255, 255}}});
    CHECK(tsv_of(clear.items[0]) == "1\t#00000000\t2\t#ffffff\t1.00\tnone\n");
}

TEST_CASE("the matrix is the same both ways") {
    CHECK(text_of(contrasts_of(grays(3)), view_of(80)) ==
          "           1 #000000  2 #7f7f7f  3 #ffffff\n"
          "1 #000000      .       5.24 AA   21.00 AAA\n"
          "2 #7f7f7f   5.24 AA       .       4.00 lg\n"
          "3 #ffffff  21.00 AAA   4.00 lg       .\n"
          "\n"
          "AAA from 7, AA from 4.5, lg (AA-large) from 3.\n");
}

TEST_CASE("no line of a matrix is wider than the terminal, and every color has its column") {
    for (const std::size_t columns : {std::size_t{40}, std::size_t{80}, std::size_t{200}}) {
        for (const std::size_t count : {2U, 7U, 30U, 120U}) {
            const std::string text = text_of(contrasts_of(grays(count)), view_of(columns));
            INFO(columns << " columns, " << count << " colors\n" << text);
            std::size_t headings = 0;
            for (TextLines lines(text); lines.next();) {
                CHECK(term::width(lines.line()) <= columns);
                if (!lines.line().starts_with("   ")) continue;
                headings += static_cast<std::size_t>(std::ranges::count(lines.line(), '#'));
            }
            CHECK(headings == count);
        }
    }
}

TEST_CASE("where colors are shown each cell has a sample of its two, and the hex stays") {
    const std::string text = text_of(contrasts_of(grays(2)), view_of(80, term::Depth::truecolor));
    CHECK_THAT(text, Catch::Contains("\x1b[48;2;255;255;255m\x1b[38;2;0;0;0mAa\x1b[0m 21.00 AAA") &&
                         Catch::Contains("1 #000000") && Catch::Contains("2 #ffffff"));
}
