#include "auth/secret.hpp"

#include "auth/sodium.hpp"

namespace palette::auth {

Secret::Secret(std::string&& text) : bytes_(text.begin(), text.end()) {
    text.resize(text.capacity());
    sodium_memzero(text.data(), text.size());
    text.clear();
}

Secret::~Secret() {
    sodium_memzero(bytes_.data(), bytes_.size());
}

Secret& Secret::operator=(Secret&& other) noexcept {
    bytes_.swap(other.bytes_);
    return *this;
}

std::string_view Secret::reveal() const {
    if (bytes_.empty()) return "";
    return {bytes_.data(), bytes_.size()};
}

}  // namespace palette::auth
