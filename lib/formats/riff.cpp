// Palettes of Windows. Source: Microsoft and IBM, Multimedia Programming Interface and Data
// Specifications 1.0, "Palette File Format".
//
// A RIFF file of the form "PAL " with chunks, each a name of four letters, its length, and as many
// bytes, and one more where that is odd. The chunk "data" has a version, a count of 16 bits, and
// four bytes a color, of which the last are flags. Numbers have the lower byte first. What is
// written has that chunk; neither names nor alpha.
#include "formats/byte_reader.hpp"
#include "formats/byte_writer.hpp"
#include "formats/format.hpp"

namespace palette::formats {

namespace {

constexpr std::string_view outer = "RIFF";
constexpr std::string_view form = "PAL ";
constexpr std::string_view data = "data";
constexpr std::uint16_t version = 0x0300;
constexpr std::size_t heading_bytes = 8;  // a name and a length

bool recognizes(std::string_view file) {
    return file.starts_with(outer) &&
           file.substr(std::min(file.size(), heading_bytes)).starts_with(form);
}

FileRead read_data(ByteReader chunk) {
    static_cast<void>(chunk.u16());  // a version, of which there is only one
    const std::size_t begin = chunk.offset();
    const std::size_t count = chunk.u16();
    if (chunk.is_short() || 4 * count > chunk.left()) {
        return fault(at_byte(begin), std::to_string(count) + " colors, and the chunk has " +
                                         std::to_string(chunk.left()) + " bytes for them");
    }
    if (count == 0) return no_colors(at_byte(begin));
    if (count > api::Colors::most) return too_many_colors(at_byte(begin));
    Record record;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint8_t red = chunk.u8();
        const std::uint8_t green = chunk.u8();
        const std::uint8_t blue = chunk.u8();
        static_cast<void>(chunk.u8());
        record.colors.push_back({{red, green, blue}});
    }
    return record;
}

FileRead read(std::string_view bytes) {
    if (!recognizes(bytes)) return fault(at_byte(0), "it does not begin with RIFF and PAL");
    ByteReader file(bytes, std::endian::little, outer.size());
    const std::size_t length = file.u32();
    if (length > file.left()) {
        return fault(at_byte(outer.size()), "it says that " + std::to_string(length) +
                                                " bytes follow, and " +
                                                std::to_string(file.left()) + " do");
    }
    ByteReader chunks = file.part(length);
    static_cast<void>(chunks.bytes(form.size()));
    while (chunks.left() > 0) {
        const std::size_t begin = chunks.offset();
        const std::string_view name = chunks.bytes(data.size());
        const std::size_t chunk_bytes = chunks.u32();
        if (chunks.is_short() || chunk_bytes > chunks.left()) {
            return fault(at_byte(begin), "a chunk of " + std::to_string(chunk_bytes) +
                                             " bytes, and " + std::to_string(chunks.left()) +
                                             " are left");
        }
        const ByteReader chunk = chunks.part(chunk_bytes);
        if (name == data) return read_data(chunk);
        if (chunk_bytes % 2 == 1) static_cast<void>(chunks.bytes(1));
    }
    return no_colors(at_byte(chunks.offset()));
}

std::string write(const Record& record) {
    const auto data_bytes = static_cast<std::uint32_t>(4 + 4 * record.colors.size());
    ByteWriter file(std::endian::little);
    file.bytes(outer);
    file.u32(static_cast<std::uint32_t>(form.size() + heading_bytes) + data_bytes);
    file.bytes(form);
    file.bytes(data);
    file.u32(data_bytes);
    file.u16(version);
    file.u16(static_cast<std::uint16_t>(record.colors.size()));
    for (const RecordColor& one : record.colors) {
        file.u8(one.color.r);
        file.u8(one.color.g);
        file.u8(one.color.b);
        file.u8(0);
    }
    return std::move(file).file();
}

}  // namespace

constinit const Format riff_format{
    .name = "riff",
    .summary = "palette of Windows",
    .content = Content::bytes,
    .recognizes = recognizes,
    .read = read,
    .write = write,
};

}  // namespace palette::formats
