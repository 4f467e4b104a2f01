#include "auth/claims.hpp"

#include "auth/encoding.hpp"
#include "auth/flat_json.hpp"
#include "base/check.hpp"
#include "base/hex.hpp"

#include <algorithm>
#include <tuple>

namespace palette::auth {

namespace {

constexpr std::int64_t ms_per_second = 1000;
constexpr std::uint64_t last_second = 253'402'300'799;  // of the year 9999

bool is_name(std::string_view text) {
    return !text.empty() && is_plain(text) && text.find(' ') == std::string_view::npos;
}

bool is_moment(Timestamp at) {
    return at.ms >= 0 && static_cast<std::uint64_t>(at.ms / ms_per_second) <= last_second;
}

bool have_form(const Claims& claims) {
    return is_name(claims.issuer) && is_name(claims.audience) && claims.user_id > 0 &&
           is_name(claims.username) && claims.scopes.size() <= most_scopes &&
           std::ranges::all_of(claims.scopes, is_name) && is_moment(claims.issued_at) &&
           is_moment(claims.expires_at);
}

// As RFC 6749, section 3.3, writes a scope. Their order means nothing.
std::string joined(const std::vector<std::string>& scopes) {
    std::string text;
    for (const std::string& scope : scopes) {
        if (!text.empty()) text += ' ';
        text += scope;
    }
    return text;
}

// At single spaces. One word more than are allowed is kept, so that have_form sees that there are
// too many.
std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty() && words.size() <= most_scopes) {
        const auto end = text.find(' ');
        words.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return words;
        text.remove_prefix(end + 1);
        if (text.empty()) words.emplace_back();  // an empty word, which have_form refuses
    }
    return words;
}

Timestamp moment(std::uint64_t seconds) {
    // A moment out of range is caught as such by have_form.
    const auto within = static_cast<std::int64_t>(std::min(seconds, last_second + 1));
    return {within * ms_per_second};
}

std::string seconds(Timestamp at) {
    return std::to_string(at.ms / ms_per_second);
}

}  // namespace

bool Claims::allows(std::string_view scope) const {
    return std::ranges::find(scopes, scope) != scopes.end();
}

std::string write_claims(const Claims& claims) {
    CHECK_INVARIANT(have_form(claims));
    return R"({"iss":")" + claims.issuer +                    //
           R"(","aud":")" + claims.audience +                 //
           R"(","sub":")" + std::to_string(claims.user_id) +  //
           R"(","username":")" + claims.username +            //
           R"(","sid":")" + in_hex(claims.session_id) +       //
           R"(","scope":")" + joined(claims.scopes) +         //
           R"(","iat":)" + seconds(claims.issued_at) +        //
           R"(,"exp":)" + seconds(claims.expires_at) + "}";
}

std::optional<Claims> read_claims(std::string_view json) {
    const auto object = FlatObject::read(json);
    if (!object) return std::nullopt;
    const auto text = [&](std::string_view name) { return object->text(name).value_or(""); };
    const auto scope = object->text("scope");
    const auto issued_at = object->number("iat");
    const auto expires_at = object->number("exp");
    const auto session_id = from_hex<std::tuple_size_v<SessionId>>(text("sid"));
    if (!session_id || !scope || !issued_at || !expires_at) return std::nullopt;
    Claims claims{.issuer = std::string(text("iss")),
                  .audience = std::string(text("aud")),
                  .user_id = read_decimal(text("sub")).value_or(0),
                  .username = std::string(text("username")),
                  .session_id = *session_id,
                  .scopes = split(*scope),
                  .issued_at = moment(*issued_at),
                  .expires_at = moment(*expires_at)};
    if (!have_form(claims)) return std::nullopt;
    return claims;
}

}  // namespace palette::auth
