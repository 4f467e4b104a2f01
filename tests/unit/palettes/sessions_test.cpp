#include "palettes/core/sessions.hpp"

#include "auth/opaque.hpp"
#include "auth/token.hpp"
#include "registry.hpp"

using namespace palette;
using namespace palette::test;

namespace {

struct Sessions {
    Registry registry;
    auth::SigningKey key = auth::SigningKey::generate(registry.store.random);
    api::User user;

    Sessions() : user(*palettes::find_user(registry.store.read(), 1)) {}

    palettes::Mint mint() { return {auth::SigningKey(key.seed()), registry.store.random}; }
    api::Session begin() {
        const auto begun = registry.store->write([&](store::WriteTxn& txn) {
            return palettes::begin_session(txn, mint(), user, registry.store.clock.now());
        });
        REQUIRE(begun);
        return *begun;
    }
    // None: the token had been used, and the session is ended.
    Result<std::optional<api::Session>> refresh(const api::Token& token,
                                                std::optional<Uuid> with = {}) {
        return registry.store->write([&](store::WriteTxn& txn) {
            return palettes::refresh_session(txn, mint(), token, with, registry.store.clock.now());
        });
    }
    Uuid new_key() { return make_uuid7(registry.store.clock.now(), registry.store.random); }

    // Who the access token says is asking.
    service::Caller caller_of(const api::Session& session) {
        const auto claims =
            auth::read_unverified(session.access_token.text(), registry.store.clock.now());
        REQUIRE(claims);
        return {.id = user.id, .name = user.username, .session = claims->session_id};
    }
    bool is_alive(const api::Session& session) {
        return palettes::admit(registry.store.read(), caller_of(session)).has_value();
    }
    bool end(const api::Session& session, std::uint64_t whose = 1) {
        const auto id = caller_of(session).session;
        return *registry.store->write([&](store::WriteTxn& txn) {
            return palettes::end_session(txn, whose, id, registry.store.clock.now());
        });
    }
    bool end_all() {
        return *registry.store->write([&](store::WriteTxn& txn) {
            return palettes::end_sessions(txn, 1, std::nullopt, registry.store.clock.now());
        });
    }
    std::uint64_t hashes() { return registry.store.read().count_rows(palettes::refresh_hashes); }
};

}  // namespace

TEST_CASE("refreshing gives other tokens of the same session") {
    Sessions sessions;
    const auto first = sessions.begin();
    sessions.registry.store.clock.advance(std::chrono::minutes(14));
    const auto second = sessions.refresh(first.refresh_token);
    REQUIRE((second && *second));
    CHECK((*second)->refresh_token != first.refresh_token);
    CHECK((*second)->access_token != first.access_token);
    CHECK((*second)->expires_at - first.expires_at == std::chrono::minutes(14));
    CHECK(sessions.caller_of(**second).session == sessions.caller_of(first).session);
    const auto third = sessions.refresh((*second)->refresh_token);
    REQUIRE((third && *third));
    CHECK(sessions.hashes() == 2);  // the current one and the one before
}

TEST_CASE("a refresh token that is used twice ends its session, also after a restart") {
    Sessions sessions;
    const auto first = sessions.begin();
    const auto second = sessions.refresh(first.refresh_token);
    REQUIRE((second && *second));
    const auto reused = sessions.refresh(first.refresh_token);
    REQUIRE(reused);
    CHECK_FALSE(*reused);
    sessions.registry.store.reopen();
    CHECK_FALSE(sessions.is_alive(first));
    CHECK(sessions.refresh((*second)->refresh_token).error().kind == ErrorKind::unauthenticated);
    CHECK(sessions.hashes() == 0);
}

TEST_CASE("a repeat under the same key gets the same refresh token, whichever answer arrives") {
    Sessions sessions;
    const auto first = sessions.begin();
    const Uuid key = sessions.new_key();
    const auto answered = sessions.refresh(first.refresh_token, key);
    const auto repeated = sessions.refresh(first.refresh_token, key);
    REQUIRE((answered && *answered && repeated && *repeated));
    CHECK((*repeated)->refresh_token == (*answered)->refresh_token);
    CHECK(sessions.is_alive(first));
    CHECK(sessions.hashes() == 2);
    const auto next = sessions.refresh((*answered)->refresh_token, sessions.new_key());
    CHECK((next && *next));
}

TEST_CASE("a repeat that comes after the next refresh is refused and ends nothing") {
    Sessions sessions;
    const auto first = sessions.begin();
    const Uuid key = sessions.new_key();
    const auto second = sessions.refresh(first.refresh_token, key);
    REQUIRE((second && *second));
    REQUIRE(sessions.refresh((*second)->refresh_token, sessions.new_key()));
    CHECK_FALSE(sessions.refresh(first.refresh_token, key));
    CHECK(sessions.is_alive(first));
}

TEST_CASE("no other key makes a used token good again") {
    Sessions sessions;
    const auto first = sessions.begin();
    const bool had_key = GENERATE(false, true);
    const auto rotation = had_key ? std::optional(sessions.new_key()) : std::nullopt;
    REQUIRE(sessions.refresh(first.refresh_token, rotation));
    const std::optional<Uuid> other = GENERATE(std::optional<Uuid>{}, std::optional<Uuid>(Uuid{}));
    const auto reused = sessions.refresh(first.refresh_token, other);
    REQUIRE(reused);
    CHECK_FALSE(*reused);
    CHECK_FALSE(sessions.is_alive(first));
}

TEST_CASE("what is no refresh token, or of no session, is refused and ends nothing") {
    Sessions sessions;
    const auto first = sessions.begin();
    const auth::Secret stranger = auth::make_refresh_token(sessions.registry.store.random);
    for (const std::string& text : {std::string("x"), std::string("plr_"),
                                    first.access_token.text(), std::string(stranger.reveal())}) {
        const auto refused = sessions.refresh(*api::Token::from(text));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::unauthenticated);
        CHECK(refused.error().message.find(text) == std::string::npos);
    }
    CHECK(sessions.is_alive(first));
}

TEST_CASE("the oldest session makes room for one too many") {
    Sessions sessions;
    const auto oldest = sessions.begin();
    std::optional<api::Session> last;
    for (std::size_t i = 0; i < palettes::most_sessions; ++i) {
        sessions.registry.store.clock.advance(std::chrono::milliseconds(1));
        last = sessions.begin();
    }
    CHECK_FALSE(sessions.is_alive(oldest));
    CHECK(sessions.is_alive(*last));
    const store::ReadTxn txn = sessions.registry.store.read();
    CHECK(txn.count_rows(palettes::sessions) == palettes::most_sessions);
    CHECK(txn.count_rows(palettes::sessions_of) == palettes::most_sessions);
    CHECK(txn.count_rows(palettes::refresh_hashes) == palettes::most_sessions);
}

TEST_CASE("signing out ends one session, or all, and says whether there was one") {
    Sessions sessions;
    const auto here = sessions.begin();
    const auto there = sessions.begin();
    CHECK(sessions.end(here));
    CHECK_FALSE(sessions.end(here));
    CHECK_FALSE(sessions.is_alive(here));
    CHECK(sessions.is_alive(there));
    CHECK(sessions.end_all());
    CHECK_FALSE(sessions.end_all());
    CHECK_FALSE(sessions.is_alive(there));
    CHECK(sessions.hashes() == 0);
}

TEST_CASE("nobody ends another's session") {
    Sessions sessions;
    const auto hers = sessions.begin();
    CHECK_FALSE(sessions.end(hers, sessions.registry.bob.id.value()));
    CHECK(sessions.is_alive(hers));
}

TEST_CASE("every end of a session is told to the daemons, and remembered until it is over anyway") {
    Sessions sessions;
    const auto session = sessions.begin();
    const api::SessionName name = service::session_name_of(sessions.caller_of(session).session);
    SECTION("by signing out") {
        REQUIRE(sessions.end(session));
    }
    SECTION("by signing out everywhere") {
        REQUIRE(sessions.end_all());
    }
    SECTION("by a refresh token that is used twice") {
        REQUIRE(sessions.refresh(session.refresh_token));
        REQUIRE(sessions.refresh(session.refresh_token));
    }
    SECTION("by making room") {
        for (std::size_t i = 0; i < palettes::most_sessions; ++i) {
            sessions.registry.store.clock.advance(std::chrono::milliseconds(1));
            sessions.begin();
        }
    }
    CHECK(sessions.registry.events() == 1);
    const api::NewEvent told = sessions.registry.last_event();
    CHECK(told.type.text() == "session.ended");
    CHECK(told.subject.text() == "session/" + name.text());
    CHECK(told.audience == api::Audience::daemons);
    const auto ended = api::read_json<api::SessionEnded>(told.data.text());
    REQUIRE(ended);
    CHECK(ended->session_id == name);
    CHECK(ended->until > session.expires_at + auth::leeway);
    const auto refused =
        service::refuse_ended(sessions.registry.store.read(), sessions.caller_of(session));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::unauthenticated);
}

TEST_CASE("a list of sessions tells which one asks, and when each was last renewed") {
    Sessions sessions;
    const auto first = sessions.begin();
    sessions.registry.store.clock.advance(std::chrono::minutes(1));
    const auto second = sessions.begin();
    sessions.registry.store.clock.advance(std::chrono::minutes(1));
    REQUIRE(sessions.refresh(first.refresh_token));
    const auto listed =
        palettes::list_sessions(sessions.registry.store.read(), sessions.caller_of(first)).items;
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].id == service::session_name_of(sessions.caller_of(second).session));
    CHECK_FALSE(listed[0].current);
    CHECK(listed[1].current);
    CHECK(listed[1].created_at == begin_of_time);
    CHECK(listed[1].refreshed_at == begin_of_time + std::chrono::minutes(2));
}

TEST_CASE(
    "an ended session is remembered as long as a token lives that is of before the clock was "
    "set back") {
    Sessions sessions;
    auto& clock = sessions.registry.store.clock;
    clock.advance(std::chrono::hours(2));
    const auto before = sessions.begin();
    const service::Caller holder = sessions.caller_of(before);
    clock.advance(-std::chrono::hours(1));
    const bool refreshes = GENERATE(false, true);
    if (refreshes) REQUIRE(*sessions.refresh(before.refresh_token));
    REQUIRE(sessions.end_all());
    const auto until = sessions.registry.store.read().get(service::ended_sessions, holder.session);
    REQUIRE(until);
    CHECK(*until > before.expires_at);
}
