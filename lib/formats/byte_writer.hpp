// Numbers and text appended to the bytes of a file; what ByteReader reads.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace palette::formats {

class ByteWriter {
  public:
    explicit ByteWriter(std::endian order) : order_(order) {}

    void u8(std::uint8_t number) { append(number, 1); }
    void u16(std::uint16_t number) { append(number, 2); }
    void u32(std::uint32_t number) { append(number, 4); }
    void f32(float number) { u32(std::bit_cast<std::uint32_t>(number)); }
    void bytes(std::string_view bytes) { file_ += bytes; }

    [[nodiscard]] std::string file() && { return std::move(file_); }

  private:
    void append(std::uint64_t number, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t place = order_ == std::endian::big ? count - 1 - i : i;
            file_ += static_cast<char>(number >> (8 * place) & 0xFFU);
        }
    }

    std::endian order_;
    std::string file_;
};

}  // namespace palette::formats
