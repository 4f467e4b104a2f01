#include "auth/flat_json.hpp"

#include "catch.hpp"

#include <string>

using namespace palette::auth;

namespace {

std::string object_of(std::size_t members) {
    std::string text = "{";
    for (std::size_t i = 0; i < members; ++i)
        text += (i == 0 ? "\"m" : ",\"m") + std::to_string(i) + "\":1";
    return text + "}";
}

}  // namespace

TEST_CASE("a flat object is read by name and kind") {
    const auto object = FlatObject::read(R"({"a":"x y","b":18446744073709551615,"c":"","d":0})");
    REQUIRE(object);
    CHECK(object->text("a") == "x y");
    CHECK(object->number("b") == 18446744073709551615ULL);
    CHECK(object->text("c") == "");
    CHECK(object->number("d") == 0);
    CHECK(object->text("b") == std::nullopt);
    CHECK(object->number("a") == std::nullopt);
    CHECK(object->text("e") == std::nullopt);
}

TEST_CASE("what is more than a flat object of plain strings and whole numbers is not read") {
    const std::string text =
        GENERATE(as<std::string>{}, "", "{", "}", "{}", "[]", "null", "\"a\"", "{,}",  //
                 R"({"a"})", R"({"a":})", R"({"a":1,})", R"({"a":1)",                  //
                 R"({"a":1}})", R"({"a":1} )", R"( {"a":1})",                          //
                 R"({"a": 1})", R"({"a":"x)", R"({"a:1})", R"({a:1})",                 //
                 R"({"a":-1})", R"({"a":+1})", R"({"a":1.5})",                         //
                 R"({"a":1e3})", R"({"a":01})", R"({"a":0x1})",                        //
                 R"({"a":18446744073709551616})",                                      //
                 R"({"a":true})", R"({"a":null})", R"({"a":{}})",                      //
                 R"({"a":["x"]})", R"({"a":"\u0061"})",                                //
                 R"({"a":"\"})", "{\"a\":\"\x01\"}", "{\"a\":\"\x7F\"}", "{\"a\":\"\xC3\xA9\"}",
                 R"({"a":1;"b":2})", R"({"a":1,"a":2})", R"({"a":1,"b":2,"a":"x"})",
                 std::string("{\"a\":\"\0\"}", 9));
    CAPTURE(text);
    CHECK_FALSE(FlatObject::read(text));
}

TEST_CASE("an object of more members than the limit is not read") {
    CHECK(FlatObject::read(object_of(FlatObject::most_members)));
    CHECK_FALSE(FlatObject::read(object_of(FlatObject::most_members + 1)));
}

TEST_CASE("an object cut short at any place is not read") {
    const std::string whole = R"({"iss":"palettectl","exp":1769851200})";
    REQUIRE(FlatObject::read(whole));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(FlatObject::read(whole.substr(0, size)));
    }
}
