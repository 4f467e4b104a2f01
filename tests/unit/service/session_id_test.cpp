#include "service/session_id.hpp"

#include "catch.hpp"

using namespace palette;

TEST_CASE("a session is the same in bytes and in the digits of the wire") {
    const api::SessionName name("000102030405060708090a0b0c0d0eff");
    const auto id = service::session_id_of(name);
    CHECK(id.front() == 0);
    CHECK(id.back() == 0xFF);
    CHECK(service::session_name_of(id) == name);
    CHECK(service::session_name_of({}).text() == std::string(32, '0'));
}
