// The chunks of a PNG file: those that make the image, for libpng, and those that say in words what
// it is. Source: Portable Network Graphics (Second Edition), sections 5.3 and 11.3.4.
//
// libpng takes room for a chunk by the length that the chunk claims, and inflates whatever is
// compressed: it only gets chunks that are there, and none but the image's own.
#pragma once

#include "formats/format.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace palette::formats {

inline constexpr std::size_t most_png_bytes = 16 * 1024 * 1024;
inline constexpr std::size_t most_png_chunks = 10'000;

// A view of the file.
struct PngChunk {
    std::size_t offset = 0;
    std::string_view type{};
    std::string_view body{};
    std::string_view whole{};
};
using PngChunks = tl::expected<std::vector<PngChunk>, FileFault>;

// Of a file that begins as PNG files do, up to its end. Every chunk is whole; their checksums are
// libpng's concern.
[[nodiscard]] PngChunks png_chunks(std::string_view file);

// A file with these of them that make the image.
[[nodiscard]] std::string image_alone(const std::vector<PngChunk>& chunks);

// Title, author and the like. What is compressed, or said again, is passed over.
void take_png_text(const std::vector<PngChunk>& chunks, Record& record);

// The file, one of ours, with the same in it.
[[nodiscard]] std::string with_png_text(std::string_view png, const Record& record);

inline constexpr std::string_view png_signature = "\x89PNG\r\n\x1A\n";

}  // namespace palette::formats
