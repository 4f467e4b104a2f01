// Ed25519 keys that sign and verify access tokens. Source: RFC 8032.
//
// paletted alone holds a SigningKey; everyone else holds public keys (key_set.hpp). Both are values
// that any thread may use while nobody moves them.
#pragma once

#include "auth/secret.hpp"
#include "base/random.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace palette::auth {

using Seed = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

struct PublicKey {
    std::array<std::uint8_t, 32> bytes{};

    // What a token's header calls it, its `kid`: the first 8 bytes of its digest, in hex.
    [[nodiscard]] std::string id() const;
    // Some 50 µs. False too when the bytes are no point of the curve, or one of small order.
    [[nodiscard]] bool verifies(std::string_view message, const Signature& signature) const;

    friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

class SigningKey {
  public:
    [[nodiscard]] static SigningKey generate(Random& random);
    // The seed is copied; the caller's own copy is the caller's to wipe.
    explicit SigningKey(const Seed& seed);

    [[nodiscard]] const PublicKey& public_key() const { return public_key_; }
    // What a store keeps of it. Whoever reads this can sign.
    [[nodiscard]] Seed seed() const;
    [[nodiscard]] Signature sign(std::string_view message) const;
    // 32 bytes that only who has this key can tell, the same each time for the same text: BLAKE2b
    // with the seed as its key. The text begins with a word for what they are for.
    [[nodiscard]] Secret derive(std::string_view text) const;

  private:
    Secret secret_;  // as libsodium has it: the seed, then the public key
    PublicKey public_key_;
};

}  // namespace palette::auth
