// Color tables of Photoshop. Source: Adobe Photoshop File Formats Specification, "Color Table".
//
// 256 colors of three bytes; perhaps two numbers after them, the higher byte first: how many of the
// colors count, and which is transparent (ffff: none). The same without these numbers is also what
// other programs call a raw palette. What is written has both numbers; no names, and alpha as far
// as the first color that is transparent is that color.
#include "base/utf8.hpp"
#include "formats/byte_reader.hpp"
#include "formats/byte_writer.hpp"
#include "formats/format.hpp"

#include <algorithm>

namespace palette::formats {

namespace {

constexpr std::size_t slots = 256;
constexpr std::size_t table_bytes = 3 * slots;
constexpr std::size_t whole_bytes = table_bytes + 4;
constexpr std::uint16_t no_transparent = 0xFFFF;

bool has_length(std::string_view file) {
    return file.size() == table_bytes || file.size() == whole_bytes;
}

bool has_controls(std::string_view file) {
    return std::ranges::any_of(file, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t';
    });
}

// A text may well have the length of one. Most have no control characters, and one that has is
// still a text if a format of texts knows it.
bool recognizes(std::string_view file) {
    if (!has_length(file) || !has_controls(file)) return false;
    const bool may_be_text = file.find('\0') == std::string_view::npos && is_utf8(file);
    return !may_be_text || format_of(file, Content::text) == nullptr;
}

FileRead read(std::string_view bytes) {
    if (!has_length(bytes)) {
        return fault(at_byte(std::min(bytes.size(), whole_bytes)),
                     "it has " + std::to_string(bytes.size()) + " bytes, and must have 768 or 772");
    }
    ByteReader file(bytes, std::endian::big);
    ByteReader notes(bytes, std::endian::big, table_bytes);
    const bool has_notes = notes.left() > 0;
    const std::size_t count = has_notes ? notes.u16() : slots;
    const std::size_t transparent = has_notes ? notes.u16() : no_transparent;
    if (count > slots) {
        return fault(at_byte(table_bytes),
                     "it says that it has " + std::to_string(count) + " colors of at most 256");
    }
    if (count == 0) return no_colors(at_byte(table_bytes));
    Record record;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint8_t red = file.u8();
        const std::uint8_t green = file.u8();
        const std::uint8_t blue = file.u8();
        record.colors.push_back({{red, green, blue}});
    }
    if (transparent < count) {
        record.remarks.push_back("color " + std::to_string(transparent + 1) +
                                 ", which is the transparent one, was taken as opaque");
    }
    return record;
}

std::string write(const Record& record) {
    ByteWriter file(std::endian::big);
    std::uint16_t transparent = no_transparent;
    for (std::size_t i = 0; i < slots; ++i) {
        const bool is_used = i < record.colors.size();
        const color::Color color = is_used ? record.colors[i].color : color::Color{};
        file.u8(color.r);
        file.u8(color.g);
        file.u8(color.b);
        if (color.a == 0 && transparent == no_transparent)
            transparent = static_cast<std::uint16_t>(i);
    }
    file.u16(static_cast<std::uint16_t>(record.colors.size()));
    file.u16(transparent);
    return std::move(file).file();
}

}  // namespace

constinit const Format act_format{
    .name = "act",
    .summary = "color table of Photoshop, at most 256 colors",
    .content = Content::bytes,
    .recognizes = recognizes,
    .read = read,
    .write = write,
    .most_colors = slots,
};

}  // namespace palette::formats
