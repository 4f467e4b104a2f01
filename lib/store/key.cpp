#include "store/key.hpp"

#include <cstring>
#include <stdexcept>

namespace palette::store {

namespace {

constexpr char zero = '\0';
constexpr char zero_within_text = '\xFF';

}  // namespace

void KeyBytes::append(std::string_view raw) {
    if (raw.size() > longest_key - size_) {
        throw std::length_error("a key of more than " + std::to_string(longest_key) + " bytes");
    }
    if (!raw.empty()) std::memcpy(bytes_.data() + size_, raw.data(), raw.size());
    size_ += raw.size();
}

void KeyBytes::append_text(std::string_view text) {
    for (std::size_t at = text.find(zero); at != std::string_view::npos; at = text.find(zero)) {
        append(text.substr(0, at + 1));
        append({&zero_within_text, 1});
        text.remove_prefix(at + 1);
    }
    append(text);
    append({"\0\0", 2});
}

void KeyBytes::append_integer(std::uint64_t value, std::size_t width_bytes) {
    std::array<char, sizeof(value)> bytes{};
    for (std::size_t i = width_bytes; i > 0; --i) {
        bytes[i - 1] = static_cast<char>(value & 0xFFU);
        value >>= 8;
    }
    append({bytes.data(), width_bytes});
}

std::string KeyReader::take_text() {
    std::string text;
    while (true) {
        const std::size_t at = rest().find(zero);
        if (at == std::string_view::npos) give_up();
        text.append(take(at));
        const char after = take(2)[1];
        if (after == zero) return text;
        if (after != zero_within_text) give_up();
        text.push_back(zero);
    }
}

std::uint64_t KeyReader::take_integer(std::size_t width_bytes) {
    std::uint64_t value = 0;
    for (const char c : take(width_bytes))
        value = value << 8 | static_cast<unsigned char>(c);
    return value;
}

}  // namespace palette::store
