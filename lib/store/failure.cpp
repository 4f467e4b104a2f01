#include "store/failure.hpp"

#include "base/hex.hpp"

#include <lmdb.h>

namespace palette::store {

namespace {

std::string key_in_hex(const Place& place) {
    std::string text;
    for (const char c : place.key)
        append_hex(text, static_cast<std::uint8_t>(c));
    return text;
}

}  // namespace

Corrupt::Corrupt(const Place& place)
    : std::runtime_error("a row of table " + std::string(place.table) +
                         " is damaged; its key in hex: " + key_in_hex(place)) {}

EngineFailure::EngineFailure(int code, const std::string& doing)
    : std::runtime_error(doing + ": " + mdb_strerror(code)), code_(code) {}

}  // namespace palette::store
