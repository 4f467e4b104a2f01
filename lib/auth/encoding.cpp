#include "auth/encoding.hpp"

#include "auth/sodium.hpp"
#include "base/ascii.hpp"
#include "base/whole_number.hpp"

#include <algorithm>

namespace palette::auth {

namespace {

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

constexpr bool is_in_alphabet(char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_';
}

}  // namespace

std::string to_base64url(std::string_view bytes) {
    // The length that libsodium tells has room for a final zero, which the string has anyway.
    std::string text(sodium_base64_encoded_len(bytes.size(), variant) - 1, '\0');
    sodium_bin2base64(text.data(), text.size() + 1, bytes_of(bytes), bytes.size(), variant);
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    // libsodium 1.0.18 reads some bytes above 127 as if they were letters.
    if (!std::ranges::all_of(text, is_in_alphabet)) return std::nullopt;
    std::string bytes(text.size() / 4 * 3 + 2, '\0');
    std::size_t size = 0;
    const int outcome =
        sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, nullptr, variant);
    if (outcome != 0) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

std::optional<std::uint64_t> read_decimal(std::string_view text) {
    if (text.size() > 1 && text.front() == '0') return std::nullopt;
    return whole_number<std::uint64_t>(text);
}

}  // namespace palette::auth
