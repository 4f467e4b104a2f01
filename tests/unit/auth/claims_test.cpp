#include "auth/claims.hpp"

#include "catch.hpp"
#include "sample.hpp"

using namespace palette;
using namespace palette::auth;

namespace {

// Alice's claims as JSON with one piece of text replaced.
std::string altered(std::string_view piece, std::string_view by) {
    std::string json = write_claims(sample::alice());
    const auto at = json.find(piece);
    REQUIRE(at != std::string::npos);
    return json.replace(at, piece.size(), by);
}

}  // namespace

TEST_CASE("claims are read as they were written, to the second") {
    Claims claims = sample::alice();
    CHECK(read_claims(write_claims(claims)) == claims);
    claims.issued_at = claims.issued_at + std::chrono::milliseconds(999);
    CHECK(read_claims(write_claims(claims)) == sample::alice());
}

TEST_CASE("claims without a scope allow nothing that needs one") {
    Claims claims = sample::alice();
    claims.scopes.clear();
    const auto read = read_claims(write_claims(claims));
    REQUIRE(read);
    CHECK(read->scopes.empty());
    CHECK_FALSE(read->allows("likes:write"));
    CHECK_FALSE(read->allows(""));
}

TEST_CASE("claims allow the scopes they name and no piece of one") {
    const auto read = read_claims(write_claims(sample::alice()));
    REQUIRE(read);
    CHECK(read->allows("likes:write"));
    CHECK_FALSE(read->allows("likes"));
    CHECK_FALSE(read->allows("palettes:write likes:write"));
}

TEST_CASE("claims that a later version adds are passed over") {
    CHECK(read_claims(altered("\"sid\"", R"("device":"laptop","level":3,"sid")")) ==
          sample::alice());
}

TEST_CASE("claims of another form are not read") {
    struct Row {
        std::string_view piece;
        std::string_view by;
    };
    const auto row = GENERATE(
        Row{R"("iss":"palettectl",)", ""}, Row{R"("aud":"palettectl",)", ""},
        Row{R"("sub":"7",)", ""}, Row{R"("scope")", R"("scopes")"}, Row{R"("iat")", R"("nbf")"},
        Row{R"("exp")", R"("nbf")"}, Row{R"("sub":"7")", R"("sub":7)"}, Row{R"("7")", R"("0")"},
        Row{R"("7")", R"("07")"}, Row{R"("7")", R"("-7")"}, Row{R"("7")", R"("7 ")"},
        Row{R"("7")", R"("18446744073709551616")"}, Row{"alice", ""}, Row{"alice", "al ice"},
        Row{"alice", "al\\nice"}, Row{"000102", "00010"}, Row{"0a0b", "0A0B"},
        Row{" likes", "  likes"}, Row{"palettes:write ", " "}, Row{"likes:write", ""},
        Row{"likes:write", "a b c d e f g h i j k l m n o p"}, Row{"1769851200", "253402300800"},
        Row{"1769851200", "18446744073709551615"}, Row{"1769851200", "\"1769851200\""});
    CAPTURE(row.piece, row.by);
    CHECK_FALSE(read_claims(altered(row.piece, row.by)));
}

TEST_CASE("the last moment that has a date is read") {
    const auto claims = read_claims(altered("1769851200", "253402300799"));
    REQUIRE(claims);
    CHECK(rfc3339(claims->expires_at) == "9999-12-31T23:59:59.000Z");
}
