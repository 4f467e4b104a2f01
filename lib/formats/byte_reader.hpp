// The bytes of a file, one after another, bounded: what lies past the end reads as 0 or as nothing,
// and is_short() says from then on that it was asked for. So a whole structure is read first and
// judged once. A view of what was given.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace palette::formats {

class ByteReader {
  public:
    // The bytes of `file` from `begin`; `order` is that of all numbers in it.
    ByteReader(std::string_view file, std::endian order, std::size_t begin = 0)
        : ByteReader(file, order, begin, file.size()) {}

    [[nodiscard]] std::size_t offset() const { return at_; }  // from the beginning of the file
    [[nodiscard]] std::size_t left() const { return end_ - at_; }
    [[nodiscard]] bool is_short() const { return is_short_; }

    std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
    std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
    std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
    std::int16_t i16() { return static_cast<std::int16_t>(u16()); }
    float f32() { return std::bit_cast<float>(u32()); }
    std::string_view bytes(std::size_t count);

    // The next bytes on their own, with the offsets that they have here.
    [[nodiscard]] ByteReader part(std::size_t count);

  private:
    ByteReader(std::string_view file, std::endian order, std::size_t begin, std::size_t end);
    std::uint64_t number(std::size_t count);

    std::string_view file_;
    std::endian order_;
    std::size_t at_;
    std::size_t end_;
    bool is_short_ = false;
};

}  // namespace palette::formats
