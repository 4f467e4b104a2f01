#include "store/byte_reader.hpp"

namespace palette::store {

std::string_view ByteReader::take(std::size_t size_bytes) {
    if (size_bytes > rest_.size()) give_up();
    const std::string_view taken = rest_.substr(0, size_bytes);
    rest_.remove_prefix(size_bytes);
    return taken;
}

void ByteReader::expect_end() const {
    if (!rest_.empty()) give_up();
}

}  // namespace palette::store
