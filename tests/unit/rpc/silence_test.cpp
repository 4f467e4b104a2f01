// What a client does when no answer comes.
#include "client_fixture.hpp"

#include <sys/socket.h>
#include <sys/un.h>

#include <set>

namespace palette::test {

namespace {

using Answers = std::optional<std::vector<Said>>;

const Answers nothing{std::vector<Said>{}};

TEST_CASE("nobody listens: unavailable at once, and how to start it", "[client]") {
    ClientFixture fixture;
    auto client = fixture.patient();
    for (const auto& asked : {a_read(never), a_write(never)}) {
        const auto json = client.ask(asked);
        REQUIRE_FALSE(json);
        CHECK(json.error().kind == ErrorKind::unavailable);
        CHECK(json.error().message == "paletted is not running");
        CHECK(json.error().hint == "start it with palettectl up");
    }
}

TEST_CASE("a daemon that was started after it was missed is found", "[client]") {
    ClientFixture fixture;
    auto client = fixture.hasty();
    CHECK_FALSE(client.ask(a_read(never)));
    ScriptedDaemon daemon(fixture.folder, fixture.socket(),
                          [](const Heard& heard) -> Answers { return {{answer_to(heard, "1")}}; });
    Result<std::string> json = refuse(ErrorKind::unavailable, "", "not asked yet");
    while (!json && json.error().kind == ErrorKind::unavailable) {
        json = client.ask(a_read(never));
    }
    CHECK(json == "1");
}

TEST_CASE("a read is sent again after silence, under the same id and without a key", "[client]") {
    ClientFixture fixture;
    Notes notes;
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), [&](const Heard& heard) -> Answers {
        if (notes.add(heard) < 3) return nothing;
        return {{answer_to(heard, "1")}};
    });
    auto client = fixture.hasty();
    CHECK(client.ask(a_read(never)) == "1");
    for (const Heard& heard : notes.all()) {
        CHECK(heard.id == notes.all().at(0).id);
        CHECK_FALSE(heard.key);
    }
}

TEST_CASE("a write is sent again under one key only, a new one for each call", "[client]") {
    ClientFixture fixture;
    Notes notes;
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), [&](const Heard& heard) -> Answers {
        if (notes.add(heard) % 3 != 0) return nothing;
        return {{answer_to(heard, "1")}};
    });
    auto client = fixture.hasty();
    CHECK(client.ask(a_write(never)) == "1");
    const auto first = notes.all();
    std::set<Uuid> keys;
    for (const Heard& heard : first) {
        REQUIRE(heard.key);
        keys.insert(*heard.key);
    }
    CHECK(keys.size() == 1);
    CHECK(client.ask(a_write(never)) == "1");
    CHECK(notes.all().back().key != first.front().key);
}

TEST_CASE("a write without an answer has an unknown outcome, and the hint shows its key",
          "[client]") {
    ClientFixture fixture;
    Notes notes;
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), [&](const Heard& heard) {
        notes.add(heard);
        return nothing;
    });
    auto client = fixture.hasty();
    const auto given = parse_uuid("0190a8c0-0000-7000-8000-000000000001");
    for (const auto& key : {std::optional<Uuid>{}, given}) {
        const auto json = client.ask(a_write(10 * soon, key));
        REQUIRE_FALSE(json);
        CHECK(json.error().kind == ErrorKind::outcome_unknown);
        CHECK_THAT(json.error().hint, Catch::Contains(to_string(*notes.all().back().key)));
    }
    CHECK(notes.all().back().key == given);
}

TEST_CASE("a daemon that cannot tell is asked again under the key, and its doubt is passed on",
          "[client]") {
    ClientFixture fixture;
    Notes notes;
    const Error doubt{.kind = ErrorKind::outcome_unknown, .message = "who knows"};
    const bool ever_sure = GENERATE(true, false);
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), [&](const Heard& heard) -> Answers {
        if (notes.add(heard) == 3 && ever_sure) return {{answer_to(heard, "1")}};
        return {{{heard.peer, api::encode_error(heard.id, doubt)}}};
    });
    auto client = fixture.hasty();
    const auto json = client.ask(a_write(ever_sure ? never : 10 * soon));
    if (ever_sure) {
        CHECK(json == "1");
    } else {
        REQUIRE_FALSE(json);
        CHECK(json.error().kind == ErrorKind::outcome_unknown);
        CHECK(json.error().message == "who knows");
        CHECK_THAT(json.error().hint, Catch::Contains(to_string(*notes.all().back().key)));
    }
    CHECK(notes.all().back().key == notes.all().front().key);
}

TEST_CASE("a refusal of a write that was sent twice is its outcome only if it tells", "[client]") {
    ClientFixture fixture;
    Notes notes;
    const ErrorKind kind = GENERATE(ErrorKind::resource_exhausted, ErrorKind::already_exists);
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), [&](const Heard& heard) -> Answers {
        if (notes.add(heard) == 1) return nothing;
        return {{{heard.peer, api::encode_error(heard.id, {.kind = kind, .message = "no"})}}};
    });
    auto client = fixture.hasty();
    const auto json = client.ask(a_write(10 * soon));
    REQUIRE_FALSE(json);
    CHECK(json.error().message == "no");
    CHECK(json.error().kind == (rpc::tells_outcome(kind) ? kind : ErrorKind::outcome_unknown));
}

TEST_CASE("a write that may be repeated needs no key", "[client]") {
    ClientFixture fixture;
    Notes notes;
    ScriptedDaemon daemon(
        fixture.folder, api::popularity_daemon.client_socket(), [&](const Heard& heard) -> Answers {
            if (notes.add(heard) == 1) return nothing;
            return heard.method == "palette.like" ? Answers{{answer_to(heard, "1")}} : nothing;
        });
    auto client = fixture.hasty();
    auto like = a_write(never);
    like.daemon = &api::popularity_daemon;
    like.method = &api::row_of<api::LikePalette>;
    CHECK(client.ask(like) == "1");
    CHECK_FALSE(notes.all().back().key);
    like.method = &api::row_of<api::UnlikePalette>;
    like.options.timeout = 10 * soon;
    CHECK(client.ask(like).error().kind == ErrorKind::outcome_unknown);
}

TEST_CASE("a daemon that dies over a request: a read is unavailable, a write unknown", "[client]") {
    ClientFixture fixture;
    auto client = fixture.hasty();
    const auto dies = [](const Heard&) -> Answers { return std::nullopt; };
    {
        ScriptedDaemon daemon(fixture.folder, fixture.socket(), dies);
        const auto json = client.ask(a_read(10 * soon));
        REQUIRE_FALSE(json);
        CHECK(json.error().kind == ErrorKind::unavailable);
    }
    auto another = fixture.hasty();
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), dies);
    CHECK(another.ask(a_write(10 * soon)).error().kind == ErrorKind::outcome_unknown);
}

TEST_CASE("looking for a daemon that accepts nobody does not hang", "[client]") {
    ClientFixture fixture;
    const Fd listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un where{};
    where.sun_family = AF_UNIX;
    const std::string path = (fixture.temporary.path() / fixture.socket()).string();
    REQUIRE(path.size() < sizeof where.sun_path);
    path.copy(where.sun_path, path.size());
    const auto* address = reinterpret_cast<const sockaddr*>(&where);  // NOLINT: made for it
    REQUIRE(::bind(listener.get(), address, sizeof where) == 0);
    REQUIRE(::listen(listener.get(), 0) == 0);
    for (int i = 0; i < 4; ++i) {
        CHECK(fixture.folder.answers(fixture.socket()));
    }
}

}  // namespace

}  // namespace palette::test
