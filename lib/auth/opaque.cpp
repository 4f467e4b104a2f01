#include "auth/opaque.hpp"

#include "auth/encoding.hpp"
#include "auth/sodium.hpp"

#include <span>

namespace palette::auth {

namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t encoded_length = 43;  // of so many bytes in base64url
constexpr std::size_t token_length = refresh_token_prefix.size() + encoded_length;

bool has_form(std::string_view token) {
    return token.size() == token_length && token.starts_with(refresh_token_prefix) &&
           from_base64url(token.substr(refresh_token_prefix.size())).has_value();
}

Secret token_of(const Secret& bytes) {
    const Secret encoded(to_base64url(bytes.reveal()));
    std::string token;
    token.reserve(token_length);  // grown at once, so that no piece is left behind
    return Secret(std::move(token.append(refresh_token_prefix).append(encoded.reveal())));
}

std::string_view characters(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

Secret make_refresh_token(Random& random) {
    std::string bytes(token_bytes, '\0');
    random.fill(std::as_writable_bytes(std::span(bytes)));
    return token_of(Secret(std::move(bytes)));
}

Secret derive_refresh_token(const SigningKey& signing_key, const RefreshHash& used,
                            const Uuid& request) {
    std::string text("refresh token");
    text.append(characters(used)).append(characters(request.bytes));
    return token_of(signing_key.derive(text));
}

Result<RefreshHash> hash_refresh_token(std::string_view token) {
    if (!has_form(token)) {
        return refuse(ErrorKind::unauthenticated, "refresh_token",
                      "this is not a refresh token of this registry",
                      "sign in again with palettectl login");
    }
    start_sodium();
    RefreshHash hash;
    crypto_generichash(hash.data(), hash.size(), bytes_of(token), token.size(), nullptr, 0);
    return hash;
}

}  // namespace palette::auth
