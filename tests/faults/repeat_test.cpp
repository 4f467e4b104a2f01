// A write under a key, whose daemon is killed before its answer, after it and in between: one
// effect and one answer, and another body under that key is a conflict. Every write method that
// people call is in the table, or holds secrets and is kept nowhere.
#include "api/secrets.hpp"
#include "catch.hpp"
#include "family.hpp"
#include "person.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace palette::test {

namespace {

constexpr std::chrono::seconds patience{20};

// Of what else is asked with a secret in it, or answered with one, nothing is kept.
bool is_kept(const api::MethodRow& method) {
    if (method.facts->effect != api::Effect::write ||
        method.facts->socket == api::Socket::sibling || api::holds_secrets(*method.result))
        return false;
    return method.facts->secrets_prove || !api::holds_secrets(*method.params);
}

// What is asked, and something else that is asked under the same key; empty when there is nothing
// else to ask.
struct Bodies {
    std::string wanted;
    std::string other;
};

Bodies of_ref(const std::string& wanted) {
    return {R"({"ref":")" + wanted + R"("})", R"({"ref":"author/other"})"};
}

// A write of somebody who writes nothing else.
struct Write {
    const api::Daemon* daemon;
    const api::MethodRow* method;
    Person who;
    Bodies bodies;
    Uuid key;
    Result<std::string> answer = refuse(ErrorKind::internal, "", "not asked yet");
};

class Repeats {
  public:
    Repeats() {
        family_.start_all();
        publish(author_, "Shared");
        publish(author_, "Other");
        make_channel("joined");
        make_channel("left");
        for (const api::Daemon* daemon : api::family) {
            for (const api::MethodRow* method : daemon->methods)
                prepare(*daemon, *method);
            for (const api::MethodRow* method : api::Common::rows)
                prepare(*daemon, *method);
        }
    }

    // Of the family; whoever asks is answered by then, however often the daemon was killed.
    void kill_and_start() {
        for (const api::Daemon* daemon : api::family) {
            family_.kill(*daemon);
            family_.start(*daemon);
        }
    }
    // Asks all, each its wanted body, and kills every daemon while they are under way.
    void ask_and_kill() {
        for (Write& write : writes_)
            client_.send(asked(write, write.bodies.wanted),
                         [&](Result<std::string> answer) { write.answer = std::move(answer); });
        client_.pump(std::chrono::milliseconds(1));
        kill_and_start();
        client_.finish();
        for (const Write& write : writes_) {
            INFO(write.method->facts->name);
            INFO((write.answer ? "" : write.answer.error().message));
            CHECK(write.answer);
        }
    }
    void check_answers() {
        for (const Write& write : writes_) {
            INFO(write.method->facts->name);
            const auto again = client_.ask(asked(write, write.bodies.wanted));
            INFO((again ? "" : again.error().message));
            CHECK(again);
            CHECK(again.value_or("") == write.answer.value_or("no answer"));
        }
    }
    void check_conflicts() {
        for (const Write& write : writes_) {
            if (write.bodies.other.empty()) continue;
            INFO(write.method->facts->name);
            const auto refused = client_.ask(asked(write, write.bodies.other));
            REQUIRE_FALSE(refused);
            CHECK(refused.error().kind == ErrorKind::aborted);
        }
    }
    void check_effects() {
        const auto palettes_of = [&](const char* method) {
            return client_.call(api::ListPalettes{.user = person(method).name})->items.size();
        };
        CHECK(palettes_of("palette.create") == 2);
        CHECK(palettes_of("palette.import") == 2);
        CHECK(palettes_of("palette.fork") == 2);
        CHECK(palettes_of("palette.delete") == 0);
        const auto updated = client_.call(
            api::GetPalette{*api::PaletteRef::from(person("palette.update").name.text() + "/own")});
        CHECK(updated->revision.number() == 2);
        const auto said = client_.call(api::ListMessages{.channel{"joined"}});
        CHECK(said->items.size() == 1);
        const auto popular = client_.call(api::ListPopular{});
        REQUIRE(popular->items.size() == 1);
        CHECK(popular->items[0].likes.value() == 1);
        CHECK(popular->items[0].ratings.value() == 1);
        CHECK(popular->items[0].views.value() == 1);
    }
    [[nodiscard]] std::set<std::string> methods() const {
        std::set<std::string> names;
        for (const Write& write : writes_)
            names.emplace(write.method->facts->name);
        return names;
    }

  private:
    [[nodiscard]] static rpc::Asked asked(const Write& write, const std::string& params) {
        return {.daemon = write.daemon,
                .method = write.method,
                .params = params,
                .options = {.timeout = patience, .auth = write.who.token, .key = write.key}};
    }
    [[nodiscard]] const Person& person(std::string_view method) const {
        return std::ranges::find(writes_, method,
                                 [](const Write& write) { return write.method->facts->name; })
            ->who;
    }
    void publish(const Person& who, std::string_view title) {
        if (!client_.call(palette_titled(title), who.options(patience))) FAIL("palette.create");
    }
    void make_channel(const char* name) {
        const api::CreateChannel wanted{.name = *api::ChannelName::from(name)};
        if (!client_.call(wanted, author_.options(patience))) FAIL("channel.create");
    }
    void prepare(const api::Daemon& daemon, const api::MethodRow& method) {
        if (!is_kept(method)) return;
        const std::string name(method.facts->name);
        const Person who = sign_up(client_, "person-" + std::to_string(writes_.size()));
        publish(who, "Own");
        const auto found = bodies_of(name, who);
        INFO(name << " is not in the table");
        REQUIRE(found);
        writes_.push_back(
            {&daemon, &method, who, *found, make_uuid7(SystemClock().now(), random_)});
    }
    std::optional<Bodies> bodies_of(const std::string& method, const Person& who) {
        const std::string own = who.name.text() + "/own";
        const std::string shared = "author/shared";
        const std::string palette = R"(","colors":[{"hex":"#0b3954"}]})";
        if (method == "palette.unlike") like(who, "author/other");
        const std::map<std::string, Bodies> table{
            {"channel.create", {R"({"name":"made"})", R"({"name":"another"})"}},
            {"channel.join", {R"({"name":"joined"})", R"({"name":"left"})"}},
            {"channel.leave", {R"({"name":"left"})", R"({"name":"joined"})"}},
            {"message.post",
             {R"({"channel":"joined","text":"one"})", R"({"channel":"joined","text":"two"})"}},
            {"palette.like", of_ref(shared)},
            {"palette.unlike", {R"({"ref":"author/other"})", R"({"ref":"author/shared"})"}},
            {"palette.rate",
             {R"({"ref":"author/shared","stars":4})", R"({"ref":"author/shared","stars":2})"}},
            {"palette.view", of_ref(shared)},
            {"palette.create", {R"({"title":"A)" + palette, R"({"title":"B)" + palette}},
            {"palette.import", {R"({"title":"A)" + palette, R"({"title":"B)" + palette}},
            {"palette.update",
             {R"({"ref":")" + own + R"(","title":"A"})",
              R"({"ref":")" + own + R"(","title":"B"})"}},
            {"palette.delete", of_ref(own)},
            {"palette.fork", of_ref(shared)},
            {"event.retry", {"{}", ""}},
            {"user.delete", {R"({"password":"a quiet harbor at dawn"})", ""}},
            {"user.edit", {R"({"bio":"A"})", R"({"bio":"B"})"}},
            {"session.end", one_of(sessions(who))},
            {"token.revoke", one_of(programs(who, method))},
        };
        const auto found = table.find(method);
        if (found == table.end()) return std::nullopt;
        return found->second;
    }
    void like(const Person& who, const char* ref) {
        const api::LikePalette wanted{*api::PaletteRef::from(ref)};
        if (!client_.call(wanted, who.options(patience))) FAIL("palette.like");
    }
    [[nodiscard]] static Bodies one_of(const std::vector<std::string>& ids) {
        return {R"({"id":")" + ids.at(0) + R"("})", R"({"id":")" + ids.at(1) + R"("})"};
    }
    // Two sessions that are not the one this asks with.
    std::vector<std::string> sessions(const Person& who) {
        std::vector<std::string> ids(2, std::string(32, '0'));
        const auto other =
            client_.call(api::LogIn{who.name, api::SecretText("a quiet harbor at dawn")});
        const auto held = client_.call(api::ListSessions{}, who.options(patience));
        if (!other || !held) return ids;
        for (const api::SessionInfo& one : held->items)
            if (!one.current) ids[0] = one.id.text();
        return ids;
    }
    std::vector<std::string> programs(const Person& who, const std::string& method) {
        std::vector<std::string> ids(2, std::string(32, '0'));
        if (method != "token.revoke") return ids;
        const auto made =
            client_.call(api::CreateToken{.scopes{api::TokenScope::read}}, who.options(patience));
        if (made) ids[0] = made->id.text();
        return ids;
    }

    BareFamily family_;
    SystemRandom random_;
    rpc::Client client_ = family_.connect();
    Person author_ = start_and_sign_up();
    std::vector<Write> writes_;

    Person start_and_sign_up() {
        family_.start(api::palettes_daemon);
        const Person author = sign_up(client_, "author");
        family_.kill(api::palettes_daemon);
        return author;
    }
};

}  // namespace

TEST_CASE("every write under a key has one effect and one answer, killed daemons or not",
          "[repeat]") {
    Repeats repeats;
    CHECK(repeats.methods().size() == 18);
    repeats.ask_and_kill();
    repeats.check_answers();
    repeats.kill_and_start();
    repeats.check_answers();
    repeats.check_conflicts();
    repeats.check_effects();
}

TEST_CASE("what holds secrets is proved again after a kill: one account, one session", "[repeat]") {
    BareFamily family;
    SystemRandom random;
    family.start_all();
    auto client = family.connect();
    const auto again = [&] {
        family.kill(api::palettes_daemon);
        family.start(api::palettes_daemon);
    };
    const rpc::CallOptions keyed{.timeout = patience,
                                 .key = make_uuid7(SystemClock().now(), random)};
    const api::SecretText password("a quiet harbor at dawn");
    const api::RegisterUser wanted{api::Username("alice"), password};
    const auto first = client.call(wanted, keyed);
    REQUIRE(first);
    again();
    const auto second = client.call(wanted, keyed);
    REQUIRE(second);
    CHECK(second->user.id == first->user.id);
    CHECK(second->refresh_token != first->refresh_token);
    const api::RegisterUser forged{api::Username("alice"), api::SecretText("a quiet harbour")};
    CHECK(client.call(forged, keyed).error().kind == ErrorKind::already_exists);

    const api::RefreshSession refresh{first->refresh_token};
    const auto refreshed = client.call(refresh, keyed);
    REQUIRE(refreshed);
    again();
    const auto repeated = client.call(refresh, keyed);
    REQUIRE(repeated);
    CHECK(repeated->refresh_token == refreshed->refresh_token);

    rpc::CallOptions as_alice = keyed;
    as_alice.auth = repeated->access_token;
    const api::CreateToken program{.scopes{api::TokenScope::read}};
    const auto made = client.call(program, as_alice);
    REQUIRE(made);
    again();
    CHECK(client.call(program, as_alice)->token == made->token);
    CHECK(client.call(api::ListTokens{}, as_alice)->items.size() == 1);
    CHECK(client.call(api::CreateToken{.scopes{api::TokenScope::likes_write}}, as_alice)
              .error()
              .kind == ErrorKind::aborted);

    const api::ChangePassword change{password, api::SecretText("another quiet harbor")};
    REQUIRE(client.call(change, as_alice));
    again();
    CHECK(client.call(change, as_alice));
    const auto signed_in = client.call(api::LogIn{wanted.username, change.new_password}, keyed);
    REQUIRE(signed_in);
    again();
    CHECK(client.call(api::LogIn{wanted.username, change.new_password}, keyed)->refresh_token !=
          signed_in->refresh_token);
    CHECK_FALSE(client.call(wanted, keyed));
}

}  // namespace palette::test
