#include "auth/keys.hpp"

#include "auth/digest.hpp"
#include "auth/encoding.hpp"
#include "auth/key_set.hpp"
#include "catch.hpp"
#include "sample.hpp"

#include <vector>

using namespace palette;
using namespace palette::auth;

namespace {

constexpr std::string_view rfc_text = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
constexpr std::string_view rfc_signature =
    "860c98d2297f3060a33f42739672d61b53cf3adefed3d3c672f320dc021b411e"
    "9d59b8628dc351e248b88b29468e0e41855b0fb7d83bb15be902bfccb8cd0a02";

std::vector<PublicKey> distinct_keys(std::size_t count) {
    std::vector<PublicKey> keys(count);
    for (std::size_t i = 0; i < count; ++i)
        keys[i].bytes[0] = static_cast<std::uint8_t>(i);
    return keys;
}

}  // namespace

TEST_CASE("keys and signatures are those of RFC 8037, appendix A") {
    const SigningKey key = sample::key();
    CHECK(in_hex(key.public_key().bytes) ==
          "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    CHECK(in_hex(key.sign(rfc_text)) == rfc_signature);
    CHECK(key.public_key().verifies(rfc_text, *from_hex<64>(rfc_signature)));
}

TEST_CASE("digests are BLAKE2b with 128 bits, and a key is named by the start of its own") {
    CHECK(in_hex(digest("sea glass")) == "1a1e8f1675bc023645d454dd41997387");
    CHECK(sample::key().public_key().id() == "d7108b422f25cc5e");
}

TEST_CASE("a signature fails for other text, another key, and with any bit turned") {
    const SigningKey key = sample::key();
    const Signature good = key.sign("text");
    CHECK_FALSE(key.public_key().verifies("text ", good));
    SystemRandom random;
    CHECK_FALSE(SigningKey::generate(random).public_key().verifies("text", good));
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        Signature turned = good;
        turned[bit / 8] = static_cast<std::uint8_t>(turned[bit / 8] ^ (1U << bit % 8));
        CAPTURE(bit);
        CHECK_FALSE(key.public_key().verifies("text", turned));
    }
}

TEST_CASE("a public key of small order verifies nothing") {
    PublicKey identity;
    identity.bytes[0] = 1;
    Signature signature{};
    signature[0] = 1;
    CHECK_FALSE(identity.verifies("any text", signature));
    CHECK_FALSE(PublicKey{}.verifies("any text", Signature{}));
}

TEST_CASE("a key comes back from its seed, and two generated keys differ") {
    SystemRandom random;
    const SigningKey key = SigningKey::generate(random);
    CHECK(SigningKey(key.seed()).public_key() == key.public_key());
    CHECK(SigningKey::generate(random).public_key() != key.public_key());
}

TEST_CASE("a key set finds its keys by id and holds no more than its limit") {
    const auto keys = distinct_keys(KeySet::most_keys + 1);
    const auto full = KeySet::of(std::span(keys).first(KeySet::most_keys));
    REQUIRE(full);
    REQUIRE(full->find(keys[3].id()) != nullptr);
    CHECK(*full->find(keys[3].id()) == keys[3]);
    CHECK(full->find(keys.back().id()) == nullptr);
    CHECK(full->find("") == nullptr);
    CHECK(KeySet().find(keys[0].id()) == nullptr);
    REQUIRE_FALSE(KeySet::of(keys));
    CHECK(KeySet::of(keys).error().kind == ErrorKind::out_of_range);
}
