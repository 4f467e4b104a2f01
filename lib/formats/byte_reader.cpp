#include "formats/byte_reader.hpp"

#include <algorithm>

namespace palette::formats {

ByteReader::ByteReader(std::string_view file, std::endian order, std::size_t begin, std::size_t end)
    : file_(file), order_(order), at_(std::min(begin, end)), end_(end) {}

std::string_view ByteReader::bytes(std::size_t count) {
    is_short_ = is_short_ || count > left();
    const std::string_view taken = file_.substr(at_, std::min(count, left()));
    at_ += taken.size();
    return taken;
}

ByteReader ByteReader::part(std::size_t count) {
    const std::size_t begin = at_;
    static_cast<void>(bytes(count));
    return {file_, order_, begin, at_};
}

std::uint64_t ByteReader::number(std::size_t count) {
    const std::string_view digits = bytes(count);
    if (digits.size() < count) return 0;
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t place = order_ == std::endian::big ? i : count - 1 - i;
        number = number << 8U | static_cast<unsigned char>(digits[place]);
    }
    return number;
}

}  // namespace palette::formats
