// Images as palettes, by libpng. Source: Portable Network Graphics (Second Edition).
//
// An image that is one row of square blocks, as Lospec and we write them, is its blocks from left
// to right; a row of single pixels is such. Any other is its distinct colors in the order in which
// they appear, row by row, without what is not seen at all; with more than most_distinct_colors it
// is a picture and no palette. What is written is a row of blocks; title, description and credit
// are text in it; no names.
//
// Samples are taken as sRGB, whatever the image says of its colors. Only libpng's simplified
// interface is used: no error jumps over a frame of ours.
#include "formats/byte_reader.hpp"
#include "formats/format.hpp"
#include "formats/png_chunks.hpp"

#include <png.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <vector>

namespace palette::formats {

namespace {

constexpr std::size_t most_pixels = 4 * 1024 * 1024;  // four bytes each
constexpr std::size_t most_distinct_colors = 256;
constexpr std::size_t block_side = 16;
static_assert(api::Colors::most * block_side * block_side <= most_pixels,
              "what is written is read");

using Pixels = std::vector<color::Color>;
static_assert(sizeof(color::Color) == 4, "PNG_FORMAT_RGBA");

struct Picture {
    std::size_t width;
    std::size_t height;
    Pixels pixels;  // row by row
};
using PictureRead = tl::expected<Picture, FileFault>;

// libpng's image, which holds memory between the calls.
class Image {
  public:
    Image() { image_.version = PNG_IMAGE_VERSION; }
    ~Image() { png_image_free(&image_); }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;

    [[nodiscard]] png_image& operator*() { return image_; }
    [[nodiscard]] png_image* operator->() { return &image_; }

  private:
    png_image image_{};
};

PictureRead read_picture(const std::vector<PngChunk>& chunks) {
    if (chunks.empty() || chunks.front().type != "IHDR")
        return fault(at_byte(png_signature.size()), "it does not begin with IHDR");
    const std::size_t begin = chunks.front().offset + 8;
    ByteReader size(chunks.front().body, std::endian::big);
    const std::size_t width = size.u32();
    const std::size_t height = size.u32();
    if (width == 0 || height == 0 || width > most_pixels / height) {
        return fault(at_byte(begin), std::to_string(width) + " x " + std::to_string(height) +
                                         " pixels: at most 4 million are read, and a palette is an "
                                         "image of few colors");
    }
    const std::string file = image_alone(chunks);
    Image image;
    const auto broken = [&] {
        return fault(at_byte(begin), "it is broken: " + std::string(image->message));
    };
    if (png_image_begin_read_from_memory(&*image, file.data(), file.size()) == 0) return broken();
    image->format = PNG_FORMAT_RGBA;
    image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    Picture picture{width, height, Pixels(width * height)};
    if (png_image_finish_read(&*image, nullptr, picture.pixels.data(), 0, nullptr) == 0)
        return broken();
    return picture;
}

std::optional<Pixels> row_of_blocks(const Picture& picture) {
    const std::size_t side = picture.height;
    const std::size_t count = picture.width / side;
    if (picture.width % side != 0 || count > api::Colors::most) return std::nullopt;
    Pixels blocks;
    for (std::size_t i = 0; i < count; ++i)
        blocks.push_back(picture.pixels[i * side]);
    for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
        if (picture.pixels[i] != blocks[i % picture.width / side]) return std::nullopt;
    }
    return blocks;
}

// None when there are too many for a palette.
std::optional<Pixels> distinct_colors(const Picture& picture) {
    Pixels distinct;
    std::set<color::Color> seen;
    for (const color::Color pixel : picture.pixels) {
        const bool is_known = !distinct.empty() && distinct.back() == pixel;
        if (is_known || pixel.a == 0 || !seen.insert(pixel).second) continue;
        if (distinct.size() == most_distinct_colors) return std::nullopt;
        distinct.push_back(pixel);
    }
    return distinct;
}

FileRead read(std::string_view file) {
    if (!file.starts_with(png_signature))
        return fault(at_byte(0), "it does not begin as a PNG file");
    const auto chunks = png_chunks(file);
    if (!chunks) return tl::unexpected(chunks.error());
    const auto picture = read_picture(*chunks);
    if (!picture) return tl::unexpected(picture.error());
    auto colors = row_of_blocks(*picture);
    if (!colors) colors = distinct_colors(*picture);
    if (!colors) {
        return fault(at_byte(0), "it is a picture of more than " +
                                     std::to_string(most_distinct_colors) +
                                     " colors, such as a photo, and no palette");
    }
    if (colors->empty()) return no_colors(at_byte(0));
    Record record;
    for (const color::Color color : *colors)
        record.colors.push_back({color});
    take_png_text(*chunks, record);
    return record;
}

std::string write(const Record& record) {
    const std::size_t width = record.colors.size() * block_side;
    Pixels pixels(width * block_side);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = record.colors[i % width / block_side].color;
    Image image;
    image->width = static_cast<png_uint_32>(width);
    image->height = block_side;
    image->format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(*image);
    std::string file(size, '\0');
    if (png_image_write_to_memory(&*image, file.data(), &size, 0, pixels.data(), 0, nullptr) == 0)
        throw std::runtime_error(std::string("libpng: ") + image->message);
    file.resize(size);
    return with_png_text(file, record);
}

}  // namespace

constinit const Format png_format{
    .name = "png",
    .summary = "an image of a row of blocks",
    .content = Content::bytes,
    .recognizes = [](std::string_view file) { return file.starts_with(png_signature); },
    .read = read,
    .write = write,
};

}  // namespace palette::formats
