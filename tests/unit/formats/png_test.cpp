#include "catch.hpp"
#include "formats/byte_writer.hpp"
#include "formats/png_chunks.hpp"
#include "read_as.hpp"

#include <png.h>

using namespace palette;
using namespace palette::formats;
using color::Color;
using test::BadFile;

namespace {

// An image whose pixels a function names.
template <class ColorAt>
std::string image(unsigned width, unsigned height, ColorAt color_at) {
    std::vector<Color> pixels;
    for (unsigned y = 0; y < height; ++y) {
        for (unsigned x = 0; x < width; ++x)
            pixels.push_back(color_at(x, y));
    }
    png_image facts{};
    facts.version = PNG_IMAGE_VERSION;
    facts.width = width;
    facts.height = height;
    facts.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(facts);
    std::string file(size, '\0');
    REQUIRE(png_image_write_to_memory(&facts, file.data(), &size, 0, pixels.data(), 0, nullptr) !=
            0);
    return file.substr(0, size);
}

Color gray(unsigned light) {
    const auto part = static_cast<std::uint8_t>(light);
    return {part, part, part};
}

std::vector<Color> colors_in(const std::string& file) {
    std::vector<Color> colors;
    for (const RecordColor& one : test::read_as(png_format, file).colors)
        colors.push_back(one.color);
    return colors;
}

}  // namespace

TEST_CASE("PNG: a row of blocks is each of them, alike or not") {
    CHECK(colors_in(image(4, 1, [](unsigned x, unsigned) { return gray(x / 2); })) ==
          std::vector<Color>{gray(0), gray(0), gray(1), gray(1)});
    CHECK(colors_in(image(24, 8, [](unsigned x, unsigned) { return gray(x < 16 ? 7 : 9); })) ==
          std::vector<Color>{gray(7), gray(7), gray(9)});
    CHECK(colors_in(image(5, 5, [](unsigned, unsigned) {
              return Color{1, 2, 3, 0};
          })) == std::vector<Color>{{1, 2, 3, 0}});
}

TEST_CASE("PNG: any other image is its colors in the order in which they appear") {
    CHECK(colors_in(image(3, 2, [](unsigned x, unsigned y) { return gray(9 - (x + y) % 3); })) ==
          std::vector<Color>{gray(9), gray(8), gray(7)});
    // What is not seen at all is no color of it.
    CHECK(colors_in(image(3, 2, [](unsigned x, unsigned) {
              return x == 0 ? Color{1, 1, 1, 0} : gray(x);
          })) == std::vector<Color>{gray(1), gray(2)});
    CHECK(colors_in(image(16, 17, [](unsigned x, unsigned y) {
              return gray((16 * y + x) % 256);
          })).size() == 256);
}

TEST_CASE("PNG: what is wrong is told by its offset") {
    const std::string good = image(3, 1, [](unsigned x, unsigned) { return gray(x); });
    const std::string photo = image(100, 99, [](unsigned x, unsigned y) {
        return Color{static_cast<std::uint8_t>(x), static_cast<std::uint8_t>(y), 0};
    });
    std::string wide = good;
    wide.replace(16, 8, std::string("\x7F\xFF\xFF\xFF\x7F\xFF\xFF\xFF"));
    std::string many_chunks = good.substr(0, 33);
    for (std::size_t i = 0; i < most_png_chunks; ++i)
        many_chunks += std::string("\0\0\0\0tEXt\0\0\0\0", 12);
    std::string flat = good;
    flat.replace(16, 4, std::string(4, '\0'));
    test::check_faults(
        png_format,
        {
            BadFile{"\x89PNG", "0: it does not begin as a PNG file"},
            BadFile{good.substr(0, 8), "8: it does not begin with IHDR"},
            BadFile{good.substr(0, 18), "8: it ends in the middle of a chunk of 13 bytes"},
            BadFile{good.substr(0, 33), "16: it is broken"},
            BadFile{good.substr(0, 33) + "\x7F\xFF\xFF\xFFtEXtTitle",
                    "33: it ends in the middle of a "},
            BadFile{good.substr(0, 33) + good.substr(good.size() - 12), "16: it is broken"},
            BadFile{good.substr(0, 8) + good.substr(good.size() - 12), "8: it does not begin with"},
            BadFile{many_chunks, "120021: more than 10000 chunks"},
            BadFile{good + std::string(most_png_bytes, 'x'), "16777216: more than 16 MiB"},
            BadFile{photo, "0: it is a picture of more than 256 colors, such as a photo"},
            BadFile{wide, "16: 2147483647 x 2147483647 pixels: at most 4 million"},
            BadFile{flat, "16: 0 x 1 pixels"},
            BadFile{image(3, 2,
                          [](unsigned, unsigned) {
                              return Color{0, 0, 0, 0};
                          }),
                    "0: there are no colors"},
        });
    test::check_total(png_format, good);
}

TEST_CASE("PNG: what does not make the image does not come to libpng") {
    const std::string good = image(3, 1, [](unsigned x, unsigned) { return gray(x); });
    ByteWriter other(std::endian::big);
    other.u32(4);
    other.bytes("zTXtwhat");
    other.u32(0);  // not its checksum
    const std::string file = good.substr(0, 33) + std::move(other).file() + good.substr(33);
    CHECK(colors_in(file) == std::vector<Color>{gray(0), gray(1), gray(2)});
}

TEST_CASE("PNG: colors with alpha, title and credit go there and back") {
    const Record written{.colors{{{1, 2, 3, 4}}, {{1, 2, 3, 4}}, {{255, 0, 128}}, {{9, 9, 9, 0}}},
                         .title = "Écume\n\"1\"",
                         .description = "two\nlines",
                         .author = "Ann",
                         .license = "CC0"};
    const std::string file = png_format.write(written);
    const Record read = test::read_as(png_format, file);
    CHECK(read.colors == written.colors);
    CHECK(read.title == written.title);
    CHECK(read.description == written.description);
    CHECK(read.author == written.author);
    CHECK(read.license == written.license);
    test::check_total(png_format, file);
}

TEST_CASE("PNG: as many colors as a palette may have are written and read") {
    Record written;
    for (std::size_t i = 0; i < api::Colors::most; ++i)
        written.colors.push_back({gray(static_cast<unsigned>(i % 251))});
    CHECK(test::read_as(png_format, png_format.write(written)).colors == written.colors);
}
