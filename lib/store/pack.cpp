#include "store/pack.hpp"

namespace palette::store {

namespace {

constexpr std::uint64_t more = 0x80U;
constexpr unsigned bits_a_byte = 7;
constexpr unsigned last_shift = 63;  // where the tenth byte of a 64-bit number goes: one bit of it

}  // namespace

void pack_integer(std::string& out, std::uint64_t value) {
    while (value >= more) {
        out.push_back(static_cast<char>(value | more));
        value >>= bits_a_byte;
    }
    out.push_back(static_cast<char>(value));
}

void pack_text(std::string& out, std::string_view text) {
    pack_integer(out, text.size());
    out.append(text);
}

std::uint64_t Unpacker::integer(std::uint64_t most) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift <= last_shift; shift += bits_a_byte) {
        const std::uint64_t byte = static_cast<unsigned char>(take(1).front());
        if (shift == last_shift && byte > 1) break;
        value |= (byte & ~more) << shift;
        if (byte >= more) continue;
        if (value > most) break;
        return value;
    }
    give_up();
}

std::size_t Unpacker::length() {
    return static_cast<std::size_t>(integer(rest().size()));
}

}  // namespace palette::store
