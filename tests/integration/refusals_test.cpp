// Every method of every daemon, on either socket, with every kind of token: what is refused follows
// from the access that the method's description states.
#include "api/example.hpp"
#include "auth/token.hpp"
#include "eventually.hpp"
#include "family_in_process.hpp"
#include "palettes/core/signing_key.hpp"

#include <algorithm>

using namespace palette;
using namespace palette::test;

namespace {

enum class Given { nothing, garbage, forged, expired, other_audience, ended, without_scopes, good };

bool is_bad(Given given) {
    switch (given) {
        case Given::garbage:
        case Given::forged:
        case Given::expired:
        case Given::other_audience:
            return true;
        case Given::nothing:
        case Given::ended:
        case Given::without_scopes:
        case Given::good:
            return false;
    }
    return false;
}

class Tokens {
  public:
    explicit Tokens(FamilyInProcess& family)
        : family_(family), key_(palettes::signing_key(family.paletted.store().read())) {
        const api::Session ended = family.sign_up("carol");
        REQUIRE(family.client.call(api::LogOut{}, {.auth = ended.access_token}));
        ended_ = ended.access_token.text();
    }

    std::optional<std::string> of(Given given) {
        auth::Claims claims = honest();
        switch (given) {
            case Given::nothing:
                return std::nullopt;
            case Given::garbage:
                return "x.y.z";
            case Given::forged:
                return auth::sign(claims, auth::SigningKey::generate(family_.random));
            case Given::expired:
                claims.expires_at = claims.issued_at + std::chrono::minutes(-5);
                return auth::sign(claims, key_);
            case Given::other_audience:
                claims.audience = "elsewhere";
                return auth::sign(claims, key_);
            case Given::ended:
                return ended_;
            case Given::without_scopes:
                claims.scopes.clear();
                return auth::sign(claims, key_);
            case Given::good:
                // Somebody new each time: some methods end the session.
                return family_.sign_up("user-" + std::to_string(++users_)).access_token.text();
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] auth::Claims honest() const {
        const auto claims =
            auth::read_unverified(family_.alice.access_token.text(), SystemClock().now());
        REQUIRE(claims);
        return *claims;
    }

    FamilyInProcess& family_;
    auth::SigningKey key_;
    std::string ended_;
    int users_ = 0;
};

// The kind that the description asks for; none when the handler decides.
std::optional<ErrorKind> refusal(const api::Method& method, Given given) {
    if (method.access == api::Access::anyone) return std::nullopt;
    if (given == Given::nothing && method.access == api::Access::user)
        return ErrorKind::unauthenticated;
    if (is_bad(given)) return ErrorKind::unauthenticated;
    if (given == Given::ended) return ErrorKind::unauthenticated;
    if (given == Given::without_scopes && method.scope != api::Scope::none)
        return ErrorKind::permission_denied;
    return std::nullopt;
}

bool may_answer(const api::Method& method, ErrorKind kind) {
    return method.errors.has(kind) ||
           std::find(api::universal_kinds.begin(), api::universal_kinds.end(), kind) !=
               api::universal_kinds.end();
}

void check_answer(const api::Method& method, Given given, const Answer& answer) {
    INFO(method.name << ", token " << static_cast<int>(given) << ": " << answer.message());
    if (const auto expected = refusal(method, given)) {
        CHECK(answer.kind() == expected);
        return;
    }
    if (answer.kind()) {
        CHECK(may_answer(method, *answer.kind()));
        CHECK(answer.error->data->field_.value_or(api::Line("")).text() != "auth");
    }
}

// A method that looks at tokens; none when the daemon has none.
const api::MethodRow* one_that_asks_who(const api::Daemon& daemon) {
    for (const api::MethodRow* row : daemon.methods) {
        if (row->facts->access != api::Access::anyone) return row;
    }
    return nullptr;
}

// Others hear of a session's end by its event.
void wait_until_refused(FamilyInProcess& family, const api::Daemon& daemon,
                        const std::string& ended_token) {
    const api::MethodRow* row = one_that_asks_who(daemon);
    if (row == nullptr) return;
    RawClient raw = family.connect(daemon, row->facts->socket);
    const std::string frame = request(row->facts->name, api::example_of(*row->params), ended_token);
    CHECK(eventually([&] { return raw.ask(frame).kind() == ErrorKind::unauthenticated; }));
}

}  // namespace

TEST_CASE("a method exists on the sockets of its description and nowhere else") {
    FamilyInProcess family;
    const std::string token = family.alice.access_token.text();
    for (const api::Daemon* daemon : api::family) {
        RawClient client = family.connect(*daemon, api::Socket::client);
        RawClient sibling = family.connect(*daemon, api::Socket::sibling);
        for (const api::Daemon* owner : api::family) {
            for (const api::MethodRow* row : owner->methods) {
                const api::Socket where = row->facts->socket;
                INFO(row->facts->name << " at " << daemon->name);
                const std::string frame = request(row->facts->name, "{}", token);
                const auto is_there = [&](RawClient& raw) {
                    const auto answer = raw.ask(frame);
                    return !answer.error ||
                           answer.error->code.number() != api::code_method_not_found;
                };
                // A method may be answered by several, such as source.snapshot.
                const bool is_its_own =
                    std::ranges::find(daemon->methods, row) != daemon->methods.end();
                CHECK(is_there(client) == (is_its_own && where != api::Socket::sibling));
                CHECK(is_there(sibling) == (is_its_own && where != api::Socket::client));
            }
        }
    }
}

TEST_CASE(
    "each method refuses whom its description refuses, and answers only with its own errors") {
    FamilyInProcess family;
    Tokens tokens(family);
    for (const api::Daemon* daemon : api::family) {
        wait_until_refused(family, *daemon, *tokens.of(Given::ended));
        for (const auto which : {api::Socket::client, api::Socket::sibling}) {
            RawClient raw = family.connect(*daemon, which);
            for (const api::MethodRow* row : daemon->methods) {
                if (row->facts->socket != which) continue;
                for (const Given given :
                     {Given::nothing, Given::garbage, Given::forged, Given::expired,
                      Given::other_audience, Given::ended, Given::without_scopes, Given::good}) {
                    const auto answer = raw.ask(
                        request(row->facts->name, api::example_of(*row->params), tokens.of(given)));
                    check_answer(*row->facts, given, answer);
                }
            }
        }
        CHECK(family.health(*daemon).state == api::HealthState::ready);
    }
}

TEST_CASE("each result is what its method's description says") {
    FamilyInProcess family;
    for (const api::Daemon* daemon : api::family) {
        for (const auto which : {api::Socket::client, api::Socket::sibling}) {
            RawClient raw = family.connect(*daemon, which);
            for (const api::MethodRow* row : daemon->methods) {
                if (row->facts->socket != which || row->facts == &api::LogOut::method) continue;
                const auto answer = raw.ask(request(row->facts->name, api::example_of(*row->params),
                                                    family.alice.access_token.text()));
                if (answer.error) continue;
                api::Document document(2 * api::most_document_bytes);
                REQUIRE(document.parse(answer.result));
                api::Faults faults;
                api::with_blank(*row->result, [&](void* result) {
                    document.read_into(*row->result, result, api::Unknown::refused, faults);
                });
                INFO(row->facts->name << ": " << answer.result.substr(0, 300));
                CHECK(faults.none());
            }
        }
    }
}
