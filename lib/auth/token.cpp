#include "auth/token.hpp"

#include "auth/encoding.hpp"
#include "base/check.hpp"

#include <algorithm>

namespace palette::auth {

namespace {

constexpr std::string_view before_key_id = R"({"alg":"EdDSA","typ":"at+jwt","kid":")";
constexpr std::string_view after_key_id = R"("})";
constexpr std::size_t key_id_bytes = 8;

// A token in three pieces, still as text.
struct Pieces {
    std::string_view header;
    std::string_view claims;
    std::string_view signature;
    std::string_view signed_text;  // header, point and claims
};

std::optional<Pieces> take_apart(std::string_view token) {
    if (token.size() > most_token_bytes) return std::nullopt;
    const auto first = token.find('.');
    const auto last = token.rfind('.');
    if (first == last) return std::nullopt;  // one point, or none
    return Pieces{token.substr(0, first), token.substr(first + 1, last - first - 1),
                  token.substr(last + 1), token.substr(0, last)};
}

std::optional<std::string> key_id_in(std::string_view encoded_header) {
    const auto header = from_base64url(encoded_header);
    if (!header || !header->starts_with(before_key_id)) return std::nullopt;
    const std::string_view rest = std::string_view(*header).substr(before_key_id.size());
    const auto id = rest.substr(0, 2 * key_id_bytes);
    if (!from_hex<key_id_bytes>(id) || rest.substr(id.size()) != after_key_id) return std::nullopt;
    return std::string(id);
}

std::optional<Claims> claims_in(std::string_view encoded_claims) {
    const auto json = from_base64url(encoded_claims);
    return json ? read_claims(*json) : std::nullopt;
}

std::optional<Signature> signature_in(std::string_view encoded_signature) {
    const auto bytes = from_base64url(encoded_signature);
    Signature signature;
    if (!bytes || bytes->size() != signature.size()) return std::nullopt;
    std::ranges::copy(*bytes, signature.begin());
    return signature;
}

struct Token {
    std::string_view signed_text;
    std::string key_id;
    Claims claims;
    Signature signature;
};

std::optional<Token> read(std::string_view text) {
    const auto pieces = take_apart(text);
    if (!pieces) return std::nullopt;
    auto key_id = key_id_in(pieces->header);
    if (!key_id) return std::nullopt;
    auto claims = claims_in(pieces->claims);
    const auto signature = signature_in(pieces->signature);
    if (!claims || !signature) return std::nullopt;
    return Token{pieces->signed_text, std::move(*key_id), std::move(*claims), *signature};
}

tl::unexpected<Error> refused(std::string_view why) {
    return refuse(ErrorKind::unauthenticated, "auth", std::string(why),
                  "sign in again with palettectl login");
}

Result<Token> judged(std::string_view text, Timestamp now) {
    auto token = read(text);
    if (!token) return refused("this is not an access token of this registry");
    if (token->claims.issuer != family || token->claims.audience != family)
        return refused("this access token is meant for another service");
    if (have_ended(token->claims, now)) return refused("the session has ended");
    return std::move(*token);
}

std::string_view view_of(const Signature& signature) {
    return {reinterpret_cast<const char*>(signature.data()), signature.size()};
}

}  // namespace

std::string sign(const Claims& claims, const SigningKey& key) {
    std::string header(before_key_id);
    header.append(key.public_key().id()).append(after_key_id);
    std::string token = to_base64url(header) + '.' + to_base64url(write_claims(claims));
    token += '.' + to_base64url(view_of(key.sign(token)));
    CHECK_INVARIANT(token.size() <= most_token_bytes);
    return token;
}

bool have_ended(const Claims& claims, Timestamp now) {
    return now >= claims.expires_at + leeway;
}

std::optional<std::string> key_id_of(std::string_view token) {
    const auto pieces = take_apart(token);
    return pieces ? key_id_in(pieces->header) : std::nullopt;
}

Result<Claims> read_unverified(std::string_view token, Timestamp now) {
    return judged(token, now).map([](Token&& read) { return std::move(read.claims); });
}

Result<Claims> verify(std::string_view token, const KeySet& keys, Timestamp now) {
    auto read = judged(token, now);
    if (!read) return refuse(std::move(read.error()));
    const PublicKey* key = keys.find(read->key_id);
    if (key == nullptr) return refused("the key that signed this access token is not in use");
    if (!key->verifies(read->signed_text, read->signature))
        return refused("this access token was not signed by this registry");
    return std::move(read->claims);
}

}  // namespace palette::auth
