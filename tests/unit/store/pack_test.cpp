#include "store/pack.hpp"

#include "catch.hpp"

#include <cmath>
#include <random>

namespace store = palette::store;

namespace {

enum class Mood : std::uint8_t { calm, bright };

struct Swatch {
    std::array<std::uint8_t, 3> rgb{};
    std::optional<std::string> name{};
    static constexpr auto members = std::tuple{&Swatch::rgb, &Swatch::name};
    friend bool operator==(const Swatch&, const Swatch&) = default;
};

struct Everything {
    std::uint64_t number = 0;
    std::int32_t negative = 0;
    std::uint8_t small = 0;
    bool yes = false;
    Mood mood = Mood::calm;
    double score = 0;
    std::string text{};
    palette::Timestamp at{};
    palette::Uuid id{};
    std::optional<std::uint64_t> maybe{};
    std::vector<Swatch> swatches{};
    static constexpr auto members = std::tuple{
        &Everything::number, &Everything::negative, &Everything::small,   &Everything::yes,
        &Everything::mood,   &Everything::score,    &Everything::text,    &Everything::at,
        &Everything::id,     &Everything::maybe,    &Everything::swatches};
    friend bool operator==(const Everything&, const Everything&) = default;
};

const store::Place place{"table", "key"};

template <class T>
std::string packed(const T& value) {
    std::string bytes;
    store::pack_whole(bytes, value);
    return bytes;
}

template <class T>
void check_round_trip(const T& value) {
    CHECK(store::unpack_whole<T>(packed(value), place) == value);
}

Everything full() {
    Everything value{UINT64_MAX, INT32_MIN, 255, true, Mood::bright, -0.25, "text"};
    value.at.ms = -1;
    value.id.bytes.fill(7);
    value.maybe = 0;
    value.swatches = {{{1, 2, 3}, "sky"}, {{255, 0, 255}, std::nullopt}};
    return value;
}

}  // namespace

TEST_CASE("a packed value reads back as it was") {
    check_round_trip(Everything{});
    check_round_trip(full());
    for (const std::uint64_t number : {0UL, 127UL, 128UL, 1UL << 32, UINT64_MAX})
        check_round_trip(number);
    for (const std::int64_t number : {0L, -1L, 63L, -64L, 64L, INT64_MIN, INT64_MAX})
        check_round_trip(number);
    check_round_trip(std::vector<std::int8_t>{-128, 0, 127});
    check_round_trip(std::string(100'000, 'x'));
}

TEST_CASE("small numbers take a byte, and a blob nothing of its own") {
    CHECK(packed(std::uint64_t{127}).size() == 1);
    CHECK(packed(std::int64_t{-64}).size() == 1);
    CHECK(packed(store::Blob("{}")) == "{}");
}

TEST_CASE("a value cut short or with bytes left over is called corrupt") {
    const std::string whole = packed(full());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CHECK_THROWS_AS(store::unpack_whole<Everything>(whole.substr(0, size), place),
                        store::Corrupt);
    }
    CHECK_THROWS_AS(store::unpack_whole<Everything>(whole + '\0', place), store::Corrupt);
}

TEST_CASE("numbers that do not fit and lengths that cannot be are called corrupt") {
    const std::string most = packed(UINT64_MAX);
    const std::string above = most.substr(0, 9) + "\x02";
    CHECK_THROWS_AS(store::unpack_whole<std::uint64_t>(above, place), store::Corrupt);
    CHECK_THROWS_AS(store::unpack_whole<std::uint64_t>(std::string(11, '\x80'), place),
                    store::Corrupt);
    CHECK_THROWS_AS(store::unpack_whole<std::uint8_t>(packed(256U), place), store::Corrupt);
    CHECK_THROWS_AS(store::unpack_whole<bool>("\2", place), store::Corrupt);
    CHECK_THROWS_AS(store::unpack_whole<std::optional<bool>>("\2\1", place), store::Corrupt);
    CHECK_THROWS_AS(store::unpack_whole<std::string>(most + "text", place), store::Corrupt);
    CHECK_THROWS_AS(store::unpack_whole<std::vector<std::uint8_t>>(most + "1234", place),
                    store::Corrupt);
}

TEST_CASE("random bytes are read or called corrupt, nothing else") {
    std::mt19937 random(3);
    int corrupt = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes = packed(full());
        bytes[random() % bytes.size()] = static_cast<char>(random());
        try {
            static_cast<void>(store::unpack_whole<Everything>(bytes, place));
        } catch (const store::Corrupt&) {
            ++corrupt;
        }
    }
    CHECK(corrupt > 0);
}
