// An import into a paletted that has no room, or says nothing.
#include "api/envelope.hpp"
#include "catch.hpp"
#include "scripted_place.hpp"

#include <map>
#include <set>

using namespace palette;
using test::Heard;
using test::Ran;
using test::ScriptedPlace;

namespace {

std::string records(int count) {
    std::string lines;
    for (int i = 0; i < count; ++i)
        lines += R"({"name":"P)" + std::to_string(i) + R"(","colors":["#fff"]})" + "\n";
    return lines;
}

}  // namespace

TEST_CASE("palettes that were refused for want of room wait together, and keep their keys") {
    constexpr int count = 100;
    constexpr std::int64_t busy_ms = 400;
    std::map<std::string, std::set<std::optional<Uuid>>> keys;  // by parameters; the daemon's
    const auto answer = [&](const Heard& heard) -> std::optional<std::string> {
        const bool is_first = !keys.contains(heard.params);
        keys[heard.params].insert(heard.key);
        if (!is_first) return test::answer_to(heard, R"({"ref":"alice/p","created":true})").frame;
        return api::encode_error(heard.id, {.kind = ErrorKind::resource_exhausted,
                                            .message = "too busy",
                                            .retry_after_ms = busy_ms});
    };
    const ScriptedPlace place(answer);
    // One after the other they would take 40 s, and be late.
    const Ran ran = place.ctl({"import", "-", "--timeout", "3s"}, records(count));
    INFO(ran.err);
    CHECK(ran.code == 0);
    CHECK(ran.out == "100\t0\t0\t0\n");
    CHECK(place.heard().size() == std::size_t{2} * count);
    for (const auto& [params, used] : keys)
        CHECK(used.size() == 1);
}

TEST_CASE("an import does not wait for room longer than for an answer") {
    const ScriptedPlace place([](const Heard& heard) {
        return api::encode_error(heard.id, {.kind = ErrorKind::resource_exhausted,
                                            .message = "the disk is full",
                                            .retry_after_ms = 600'000});
    });
    const Ran ran = place.ctl({"import", "-"}, records(1));
    CHECK(ran.code == 7);
    CHECK_THAT(ran.err, Catch::Contains("the disk is full; 0 palettes were created before"));
    CHECK(place.heard().size() == 1);
}

TEST_CASE("an import without an answer does not advise a key that it would refuse") {
    const ScriptedPlace place([](const Heard&) { return std::nullopt; });
    const Ran ran = place.ctl({"import", "-", "--timeout", "200ms"}, records(1));
    CHECK(ran.code == 9);
    CHECK_THAT(ran.err, Catch::Contains("run it again") && !Catch::Contains("key"));
}
