#include "formats/byte_reader.hpp"

#include "catch.hpp"
#include "formats/byte_writer.hpp"

using namespace palette::formats;
using namespace std::string_view_literals;

TEST_CASE("numbers are read from either end") {
    ByteReader big("\x01\x02\x03\x04\xFF\xFE\x3F\x80\0\0"sv, std::endian::big);
    CHECK(big.u32() == 0x01020304);
    CHECK(big.i16() == -2);
    CHECK(big.f32() == 1.0F);
    CHECK(big.left() == 0);
    CHECK_FALSE(big.is_short());
    ByteReader little("\x01\x02\x03\x04\xFE\xFF"sv, std::endian::little);
    CHECK(little.u16() == 0x0201);
    CHECK(little.u8() == 3);
    CHECK(little.u8() == 4);
    CHECK(little.i16() == -2);
}

TEST_CASE("what lies past the end is nothing, and is remembered") {
    ByteReader reader("\x01\x02\x03"sv, std::endian::big);
    CHECK(reader.u16() == 0x0102);
    CHECK_FALSE(reader.is_short());
    CHECK(reader.u16() == 0);
    CHECK(reader.is_short());
    CHECK(reader.offset() == 3);
    CHECK(reader.bytes(~std::size_t{0}).empty());
    CHECK(ByteReader("abc", std::endian::big, 7).left() == 0);
}

TEST_CASE("a part ends where it ends, and keeps the offsets of the file") {
    ByteReader reader("\x01\x02\x03\x04\x05"sv, std::endian::big);
    static_cast<void>(reader.u8());
    ByteReader part = reader.part(2);
    CHECK(part.offset() == 1);
    CHECK(part.u16() == 0x0203);
    CHECK(part.u8() == 0);
    CHECK(part.is_short());
    CHECK(reader.u8() == 4);
    CHECK_FALSE(reader.is_short());
    CHECK(reader.part(9).left() == 1);
    CHECK(reader.is_short());
}

TEST_CASE("what is written is read") {
    for (const auto order : {std::endian::big, std::endian::little}) {
        ByteWriter writer(order);
        writer.u8(1);
        writer.u16(0x0203);
        writer.u32(0x04050607);
        writer.f32(-0.25F);
        writer.bytes("end");
        const std::string file = std::move(writer).file();
        ByteReader reader(file, order);
        CHECK(reader.u8() == 1);
        CHECK(reader.u16() == 0x0203);
        CHECK(reader.u32() == 0x04050607);
        CHECK(reader.f32() == -0.25F);
        CHECK(reader.bytes(3) == "end");
    }
}
