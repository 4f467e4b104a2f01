#include "auth/token.hpp"

#include "auth/encoding.hpp"
#include "catch.hpp"
#include "sample.hpp"

#include <array>

using namespace palette;
using namespace palette::auth;
using namespace std::chrono_literals;

namespace {

// Made by another implementation (pyca/cryptography) from the same key and claims.
constexpr std::string_view known_token =
    "eyJhbGciOiJFZERTQSIsInR5cCI6ImF0K2p3dCIsImtpZCI6ImQ3MTA4YjQyMmYyNWNjNWUifQ."
    "eyJpc3MiOiJwYWxldHRlY3RsIiwiYXVkIjoicGFsZXR0ZWN0bCIsInN1YiI6IjciLCJ1c2VybmFtZSI6ImFsaWNlIiwic2"
    "lkIjoiMDAwMTAyMDMwNDA1MDYwNzA4MDkwYTBiMGMwZDBlMGYiLCJzY29wZSI6InBhbGV0dGVzOndyaXRlIGxpa2VzOndy"
    "aXRlIiwiaWF0IjoxNzY5ODUwMzAwLCJleHAiOjE3Njk4NTEyMDB9."
    "EMcoeu4HXcsffuMUT8LXQXKwatOMTKdRlEixX2DaBl_vt14wgTmyjJWYPOV0Zcrb9N27WXe11070EcUb-PzbDg";

constexpr std::string_view good_header =
    R"({"alg":"EdDSA","typ":"at+jwt","kid":"d7108b422f25cc5e"})";

void check_refused(const Result<Claims>& outcome, std::string_view message) {
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().kind == ErrorKind::unauthenticated);
    CHECK(outcome.error().message == message);
    CHECK(outcome.error().hint == "sign in again with palettectl login");
}

constexpr std::string_view no_token = "this is not an access token of this registry";
constexpr std::string_view bad_signature = "this access token was not signed by this registry";

}  // namespace

TEST_CASE("a token is, byte for byte, what another implementation makes of it") {
    CHECK(sign(sample::alice(), sample::key()) == known_token);
}

TEST_CASE("a token is verified and says who asks") {
    const auto claims = verify(known_token, sample::keys(), sample::issued);
    REQUIRE(claims);
    CHECK(*claims == sample::alice());
    CHECK(read_unverified(known_token, sample::issued).value() == sample::alice());
    CHECK(key_id_of(known_token) == "d7108b422f25cc5e");
}

TEST_CASE("a token lives until its end and the leeway, and not a millisecond longer") {
    const Timestamp end = sample::expires + leeway;
    CHECK(verify(known_token, sample::keys(), end + -1ms));
    check_refused(verify(known_token, sample::keys(), end), "the session has ended");
    check_refused(read_unverified(known_token, end), "the session has ended");
}

TEST_CASE("a token of any other header is refused, however well it is signed") {
    const auto* header =
        GENERATE(R"({"alg":"none","typ":"at+jwt","kid":"d7108b422f25cc5e"})",
                 R"({"alg":"HS256","typ":"at+jwt","kid":"d7108b422f25cc5e"})",
                 R"({"alg":"eddsa","typ":"at+jwt","kid":"d7108b422f25cc5e"})",
                 R"({"alg":"EdDSA","typ":"JWT","kid":"d7108b422f25cc5e"})",
                 R"({"alg":"EdDSA","kid":"d7108b422f25cc5e"})", R"({"alg":"EdDSA","typ":"at+jwt"})",
                 R"({"typ":"at+jwt","alg":"EdDSA","kid":"d7108b422f25cc5e"})",
                 R"({"alg":"EdDSA","typ":"at+jwt","kid":"d7108b422f25cc5e","jku":"https://evil"})",
                 R"({"alg":"EdDSA","typ":"at+jwt","kid":"d7108b422f25cc5e"} )",
                 R"({"alg":"EdDSA","typ":"at+jwt","kid":"D7108B422F25CC5E"})",
                 R"({"alg":"EdDSA","typ":"at+jwt","kid":"d7108b422f25cc5"})",
                 R"({"alg":"EdDSA","typ":"at+jwt","kid":""})", "{}", "");
    CAPTURE(header);
    const std::string token = sample::signed_as_is(header, write_claims(sample::alice()));
    check_refused(read_unverified(token, sample::issued), no_token);
    check_refused(verify(token, sample::keys(), sample::issued), no_token);
    CHECK(key_id_of(token) == std::nullopt);
}

TEST_CASE("a token for another audience or of another issuer is refused before its signature") {
    Claims other_audience = sample::alice();
    other_audience.audience = "elsewhere";
    Claims other_issuer = sample::alice();
    other_issuer.issuer = "elsewhere";
    for (const Claims& claims : {other_audience, other_issuer}) {
        const std::string token = sign(claims, sample::key());
        check_refused(read_unverified(token, sample::issued),
                      "this access token is meant for another service");
        CHECK_FALSE(verify(token, sample::keys(), sample::issued));
    }
}

TEST_CASE("a token signed with a key that is not in use is refused as such") {
    SystemRandom random;
    const std::string token = sign(sample::alice(), SigningKey::generate(random));
    CHECK(read_unverified(token, sample::issued));
    check_refused(verify(token, sample::keys(), sample::issued),
                  "the key that signed this access token is not in use");
}

TEST_CASE("claims that were changed after signing pass by form and fail by signature") {
    Claims mallory = sample::alice();
    mallory.user_id = 1;
    const std::string text = to_base64url(good_header) + '.' + to_base64url(write_claims(mallory));
    const std::string token = text + std::string(known_token.substr(known_token.rfind('.')));
    CHECK(read_unverified(token, sample::issued));
    check_refused(verify(token, sample::keys(), sample::issued), bad_signature);
}

TEST_CASE("a signature of another length is refused by form") {
    const std::string text(known_token.substr(0, known_token.rfind('.') + 1));
    for (const std::size_t size : std::to_array<std::size_t>({0, 1, 63, 65, 128})) {
        CAPTURE(size);
        const std::string token = text + to_base64url(std::string(size, 'x'));
        check_refused(read_unverified(token, sample::issued), no_token);
    }
    const std::string zeros = text + to_base64url(std::string(64, '\0'));
    check_refused(verify(zeros, sample::keys(), sample::issued), bad_signature);
}

TEST_CASE("a token of the greatest length is read and one byte more is not") {
    const std::string frame = sample::signed_as_is(good_header, "");
    const std::size_t room = (most_token_bytes - frame.size()) / 4 * 3;
    std::string claims = write_claims(sample::alice());
    claims.pop_back();
    claims += R"(,"more":")";
    claims += std::string(room - claims.size() - 2, 'x') + "\"}";
    const std::string token = sample::signed_as_is(good_header, claims);
    CHECK(token.size() <= most_token_bytes);
    CHECK(token.size() > most_token_bytes - 4);
    CHECK(verify(token, sample::keys(), sample::issued));
    claims.insert(claims.size() - 2, "xxx");
    check_refused(verify(sample::signed_as_is(good_header, claims), sample::keys(), sample::issued),
                  no_token);
}

TEST_CASE("a refusal shows nothing of the token") {
    const std::string token = "swordfish.swordfish.swordfish";
    const auto outcome = verify(token, sample::keys(), sample::issued);
    REQUIRE_FALSE(outcome);
    CHECK((outcome.error().message + outcome.error().hint).find("swordfish") == std::string::npos);
}
