#include "catch.hpp"
#include "formats/byte_writer.hpp"
#include "read_as.hpp"

using namespace palette;
using namespace palette::formats;
using test::BadFile;

namespace {

std::string chunk(std::string_view name, const std::string& bytes) {
    ByteWriter file(std::endian::little);
    file.bytes(name);
    file.u32(static_cast<std::uint32_t>(bytes.size()));
    file.bytes(bytes);
    if (bytes.size() % 2 == 1) file.u8(0);
    return std::move(file).file();
}

std::string riff(const std::string& chunks) {
    return chunk("RIFF", "PAL " + chunks);
}

std::string colors(std::uint16_t count, std::size_t bytes) {
    ByteWriter file(std::endian::little);
    file.u16(0x0300);
    file.u16(count);
    file.bytes(std::string(bytes, '\x07'));
    return chunk("data", std::move(file).file());
}

}  // namespace

TEST_CASE("RIFF: colors are in the chunk of data, wherever that is") {
    CHECK(test::read_as(riff_format, riff(chunk("note", "odd") + colors(2, 8))).colors ==
          std::vector<RecordColor>{{{7, 7, 7}}, {{7, 7, 7}}});
}

TEST_CASE("RIFF: what is wrong is told by its offset") {
    test::check_faults(
        riff_format,
        {
            BadFile{"RIFF", "0: it does not begin"},
            BadFile{riff(colors(1, 4)).substr(0, 20), "4: it says that 20 bytes follow, and 12 do"},
            BadFile{riff(chunk("data", "").substr(0, 6)), "12: a chunk of 0 bytes"},
            BadFile{riff(std::string("data\xFF\xFF\0\0", 8)), "12: a chunk of 65535 bytes"},
            BadFile{riff(colors(2, 7)), "22: 2 colors, and the chunk has 7 bytes"},
            BadFile{riff(colors(0, 4)), "22: there are no colors"},
            BadFile{riff(chunk("data", "\1")), "21: 0 colors, and the chunk has 0 bytes"},
            BadFile{riff(colors(8193, 32'772)), "22: more than 8192 colors"},
            BadFile{riff(chunk("note", "even")), "24: there are no colors"},
        });
}

TEST_CASE("RIFF: colors go there and back") {
    const Record written{.colors{{{1, 2, 3}}, {{255, 0, 128}}}};
    const std::string file = riff_format.write(written);
    CHECK(test::read_as(riff_format, file).colors == written.colors);
    test::check_total(riff_format, file);
}
