#include "store/key.hpp"

#include "catch.hpp"

#include <algorithm>
#include <random>
#include <vector>

namespace store = palette::store;

namespace {

enum class Kind : std::uint8_t { first = 1, second = 2, last = 255 };

struct UserId {
    std::uint64_t value = 0;
    friend auto operator<=>(const UserId&, const UserId&) = default;
};

using Key =
    std::tuple<std::string, std::int64_t, Kind, std::uint32_t, UserId, std::array<std::uint8_t, 2>>;

std::string stored(const auto& key) {
    return std::string(store::key_bytes(key).view());
}

// Few values each, so that equal beginnings are common; texts with the bytes that end texts.
Key random_key(std::mt19937& random) {
    static const std::vector<std::string> texts{
        "",  std::string(1, '\0'), std::string("\0\xFF", 2), "\xFF", "a", std::string("a\0", 2),
        "ab"};
    static const std::vector<std::int64_t> numbers{INT64_MIN, -256, -1, 0, 1, 255, INT64_MAX};
    static const std::vector<Kind> kinds{Kind::first, Kind::second, Kind::last};
    const auto one_of = [&](const auto& values) { return values[random() % values.size()]; };
    return {one_of(texts),
            one_of(numbers),
            one_of(kinds),
            static_cast<std::uint32_t>(random() % 3 * 0x7FFFFFFFU),
            UserId{random() % 3 * 0x100000001U},
            {static_cast<std::uint8_t>(random() % 2 * 255), static_cast<std::uint8_t>(random())}};
}

}  // namespace

TEST_CASE("stored keys sort as the tuples do, and none is the beginning of another") {
    std::mt19937 random(1);
    for (int round = 0; round < 20'000; ++round) {
        const Key a = random_key(random);
        const Key b = random_key(random);
        const std::string stored_a = stored(a);
        const std::string stored_b = stored(b);
        REQUIRE((a < b) == (stored_a < stored_b));
        REQUIRE((a == b) == stored_b.starts_with(stored_a));
    }
}

TEST_CASE("a stored key reads back as it was") {
    std::mt19937 random(2);
    for (int round = 0; round < 2'000; ++round) {
        const Key key = random_key(random);
        const std::string bytes = stored(key);
        REQUIRE(store::key_from<Key>({"table", bytes}) == key);
    }
}

TEST_CASE("bytes that are no such key are called corrupt") {
    const std::string whole = stored(Key{"ab", 1, Kind::first, 2, {3}, {4, 5}});
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CHECK_THROWS_AS(store::key_from<Key>({"table", whole.substr(0, size)}), store::Corrupt);
    }
    CHECK_THROWS_AS(store::key_from<Key>({"table", whole + "x"}), store::Corrupt);
    CHECK_THROWS_AS(store::key_from<std::string>({"table", std::string("a\0b", 3)}),
                    store::Corrupt);
}

TEST_CASE("a prefix of parts begins exactly the keys that begin with those parts") {
    using Pair = std::tuple<std::string, std::uint64_t>;
    const auto prefix = store::key_prefix<Pair>(std::string_view("ab"));
    CHECK(stored(Pair{"ab", 7}).starts_with(prefix.view()));
    CHECK_FALSE(stored(Pair{"abc", 7}).starts_with(prefix.view()));
    CHECK(store::key_prefix<Pair>().view().empty());
    CHECK(store::key_prefix<Pair>(Pair{"ab", 7}).view() == stored(Pair{"ab", 7}));
    CHECK(store::key_prefix<Pair>("ab", std::uint8_t{7}).view() == stored(Pair{"ab", 7}));
}

TEST_CASE("a key longer than the engine takes is refused, one byte less is not") {
    const std::string fits(store::longest_key - 2, 'x');
    CHECK(store::key_bytes(fits).view().size() == store::longest_key);
    CHECK_THROWS_AS(store::key_bytes(fits + "x"), std::length_error);
}
