#include "store/failure.hpp"

#include <lmdb.h>

namespace palette::store {

namespace {

std::string in_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text.push_back(digits[byte >> 4]);
        text.push_back(digits[byte & 0x0FU]);
    }
    return text;
}

}  // namespace

Corrupt::Corrupt(const Place& place)
    : std::runtime_error("a row of table " + std::string(place.table) +
                         " is damaged; its key in hex: " + in_hex(place.key)),
      table_(place.table),
      key_(place.key) {}

EngineFailure::EngineFailure(int code, const std::string& doing)
    : std::runtime_error(doing + ": " + mdb_strerror(code)), code_(code) {}

}  // namespace palette::store
