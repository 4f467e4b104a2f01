#include "service/kept_answers.hpp"

#include "api/directory.hpp"
#include "catch.hpp"
#include "people.hpp"
#include "test_store.hpp"

using namespace palette;
using namespace palette::test;

namespace {

struct Keeper {
    TestStore store{{service::kept_answers.name}};
    int runs = 0;

    Uuid new_key() { return make_uuid7(store.clock.now(), store.random); }

    template <class M>
    Result<std::optional<service::KeptKey>> key_of(const Uuid& key, std::string_view params,
                                                   std::uint64_t who = 1) {
        api::Document document;
        const std::string frame = R"({"jsonrpc":"2.0","method":"m","key":")" + to_string(key) +
                                  R"(","params":)" + std::string(params) + "}";
        REQUIRE(document.parse(frame));
        const auto request = document.read<api::Request>(api::Unknown::refused);
        REQUIRE(request);
        const service::Circumstances about{.caller = caller(who, "somebody"),
                                           .now = store.clock.now()};
        return service::KeptKey::of(*request, api::row_of<M>, about, document);
    }
    // The answer is the number of times that it was run.
    Result<std::string> ask(const std::optional<service::KeptKey>& key) {
        return store->write([&](store::WriteTxn& txn) {
            return service::answer_once(txn, key, store.clock.now(), [&]() -> Result<std::string> {
                return std::to_string(++runs);
            });
        });
    }
};

}  // namespace

TEST_CASE("a repeat under a key gets the first answer, also after a restart") {
    Keeper keeper;
    const auto key = keeper.key_of<api::CreatePalette>(keeper.new_key(), "{}");
    REQUIRE((key && *key));
    CHECK(*keeper.ask(*key) == "1");
    CHECK(*keeper.ask(*key) == "1");
    keeper.store.reopen();
    CHECK(*keeper.ask(*key) == "1");
    CHECK(*keeper.ask(std::nullopt) == "2");
}

TEST_CASE("a key belongs to a person and a method") {
    Keeper keeper;
    const Uuid key = keeper.new_key();
    CHECK(*keeper.ask(*keeper.key_of<api::CreatePalette>(key, "{}", 1)) == "1");
    CHECK(*keeper.ask(*keeper.key_of<api::CreatePalette>(key, "{}", 2)) == "2");
    CHECK(*keeper.ask(*keeper.key_of<api::LikePalette>(key, "{}", 1)) == "3");
}

TEST_CASE("another body under the same key is a conflict, white space is not another body") {
    Keeper keeper;
    const Uuid key = keeper.new_key();
    REQUIRE(keeper.ask(*keeper.key_of<api::LikePalette>(key, R"({"ref":"1"})")));
    CHECK(keeper.ask(*keeper.key_of<api::LikePalette>(key, R"({ "ref" : "1" })")));
    const auto other = keeper.ask(*keeper.key_of<api::LikePalette>(key, R"({"ref":"2"})"));
    REQUIRE_FALSE(other);
    CHECK(other.error().kind == ErrorKind::aborted);
    CHECK(other.error().field == "key");
    CHECK(keeper.runs == 1);
}

TEST_CASE("a refusal is not kept") {
    Keeper keeper;
    const auto key = *keeper.key_of<api::LikePalette>(keeper.new_key(), "{}");
    CHECK_FALSE(keeper.store->write([&](store::WriteTxn& txn) {
        return service::answer_once(
            txn, key, keeper.store.clock.now(),
            []() -> Result<std::string> { return refuse(ErrorKind::not_found, "ref", "not yet"); });
    }));
    CHECK(*keeper.ask(key) == "1");
}

TEST_CASE("a key that is no UUID of version 7 of the last day is refused") {
    Keeper keeper;
    const auto made = [&](std::chrono::milliseconds ago) {
        return make_uuid7(keeper.store.clock.now() + -ago, keeper.store.random);
    };
    using namespace std::chrono_literals;
    Uuid version_4 = keeper.new_key();
    version_4.bytes[6] = 0x4A;
    const struct {
        Uuid key;
        bool good;
    } cases[] = {
        {made(0h), true},   {made(24h - 1ms), true}, {made(24h), false}, {made(48h), false},
        {made(-23h), true}, {made(-24h), false},     {version_4, false}, {Uuid{}, false},
    };
    for (const auto& one : cases) {
        INFO(to_string(one.key));
        const auto kept = keeper.key_of<api::CreatePalette>(one.key, "{}");
        CHECK(kept.has_value() == one.good);
        if (!kept) CHECK(kept.error().kind == ErrorKind::invalid_argument);
    }
}

TEST_CASE("nothing is kept of requests and answers that hold secrets") {
    Keeper keeper;
    const auto none = [&](const auto& key) { return key && !*key; };
    CHECK(none(keeper.key_of<api::LogIn>(keeper.new_key(), "{}")));
    CHECK(none(keeper.key_of<api::RegisterUser>(keeper.new_key(), "{}")));
    CHECK(none(keeper.key_of<api::RefreshSession>(keeper.new_key(), "{}")));
    CHECK(none(keeper.key_of<api::CreateToken>(keeper.new_key(), "{}")));
    CHECK(none(keeper.key_of<api::ChangePassword>(keeper.new_key(), "{}")));
}

TEST_CASE("a secret that only proves who asks is no part of what is asked") {
    Keeper keeper;
    const Uuid key = keeper.new_key();
    const auto with = [&](std::string_view password) {
        return *keeper.key_of<api::DeleteUser>(
            key, R"({"password":")" + std::string(password) + R"("})");
    };
    CHECK(*keeper.ask(with("a quiet harbor")) == "1");
    CHECK(*keeper.ask(with("a noisy harbor")) == "1");
    CHECK(with("a quiet harbor")->body == with("a noisy harbor")->body);
}

TEST_CASE(
    "an answer outlives a clock that is set back, and is the only one when it is right again") {
    Keeper keeper;
    const auto key = *keeper.key_of<api::CreatePalette>(keeper.new_key(), "{}");
    CHECK(*keeper.ask(key) == "1");
    constexpr std::chrono::hours step{48};
    keeper.store.clock.advance(-step);
    REQUIRE(keeper.ask(*keeper.key_of<api::CreatePalette>(keeper.new_key(), "{}")));
    keeper.store.clock.advance(step);
    CHECK(*keeper.ask(key) == "1");
}

TEST_CASE("kept answers go after a day, while others come") {
    Keeper keeper;
    for (int i = 0; i < 10; ++i)
        REQUIRE(keeper.ask(*keeper.key_of<api::CreatePalette>(keeper.new_key(), "{}")));
    keeper.store.clock.advance(api::keys_are_kept);
    for (int i = 0; i < 5; ++i)
        REQUIRE(keeper.ask(*keeper.key_of<api::CreatePalette>(keeper.new_key(), "{}")));
    CHECK(keeper.store.read().count_rows(service::kept_answers) == 5);
}
