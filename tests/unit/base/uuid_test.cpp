#include "base/uuid.hpp"

#include "catch.hpp"

TEST_CASE("later ids sort after earlier ones and survive being written") {
    palette::SystemRandom random;
    const auto first = palette::make_uuid7(palette::Timestamp{1'700'000'000'000}, random);
    const auto second = palette::make_uuid7(palette::Timestamp{1'700'000'000'001}, random);
    CHECK(first < second);
    CHECK(palette::parse_uuid(palette::to_string(first)) == first);
    CHECK(palette::to_string(first)[14] == '7');
}

TEST_CASE("what is not a uuid is refused") {
    for (const char* text : {"", "0190", "01900000-0000-7000-8000-00000000000g",
                             "01900000x0000-7000-8000-000000000000"}) {
        CHECK_FALSE(palette::parse_uuid(text));
    }
}

TEST_CASE("only an id of version 7 says when it was made") {
    palette::SystemRandom random;
    const palette::Timestamp now{1'769'850'300'120};
    CHECK(palette::made_at(palette::make_uuid7(now, random)) == now);
    CHECK_FALSE(palette::made_at(*palette::parse_uuid("f81d4fae-7dec-41d0-a765-00a0c91e6bf6")));
}
