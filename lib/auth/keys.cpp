#include "auth/keys.hpp"

#include "auth/digest.hpp"
#include "auth/encoding.hpp"
#include "auth/sodium.hpp"

#include <algorithm>
#include <span>

namespace palette::auth {

static_assert(std::tuple_size_v<Seed> == crypto_sign_SEEDBYTES);
static_assert(std::tuple_size_v<Signature> == crypto_sign_BYTES);
static_assert(sizeof(PublicKey::bytes) == crypto_sign_PUBLICKEYBYTES);

namespace {

constexpr std::size_t key_id_bytes = 8;
constexpr std::size_t derived_bytes = 32;

Secret secret_key_of(const Seed& seed) {
    start_sodium();
    PublicKey derived;
    std::string bytes(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_seed_keypair(derived.bytes.data(), reinterpret_cast<unsigned char*>(bytes.data()),
                             seed.data());
    return Secret(std::move(bytes));
}

PublicKey public_key_of(const Secret& secret) {
    PublicKey key;
    crypto_sign_ed25519_sk_to_pk(key.bytes.data(), bytes_of(secret.reveal()));
    return key;
}

}  // namespace

std::string PublicKey::id() const {
    const Digest name = digest({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    return in_hex(std::span(name).first<key_id_bytes>());
}

bool PublicKey::verifies(std::string_view message, const Signature& signature) const {
    start_sodium();
    return crypto_sign_verify_detached(signature.data(), bytes_of(message), message.size(),
                                       bytes.data()) == 0;
}

SigningKey SigningKey::generate(Random& random) {
    Seed seed;
    random.fill(std::as_writable_bytes(std::span(seed)));
    SigningKey key(seed);
    sodium_memzero(seed.data(), seed.size());
    return key;
}

SigningKey::SigningKey(const Seed& seed)
    : secret_(secret_key_of(seed)), public_key_(public_key_of(secret_)) {}

Seed SigningKey::seed() const {
    Seed seed;
    std::ranges::copy(secret_.reveal().substr(0, seed.size()), seed.begin());
    return seed;
}

Secret SigningKey::derive(std::string_view text) const {
    std::string bytes(derived_bytes, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), bytes_of(text),
                       text.size(), bytes_of(secret_.reveal()), crypto_sign_SEEDBYTES);
    return Secret(std::move(bytes));
}

Signature SigningKey::sign(std::string_view message) const {
    Signature signature;
    crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(),
                         bytes_of(secret_.reveal()));
    return signature;
}

}  // namespace palette::auth
