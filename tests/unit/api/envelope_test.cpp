#include "api/envelope.hpp"

#include "catch.hpp"

using namespace palette;
using namespace palette::api;

TEST_CASE("a message too long for a Line is cut between characters, and the reply can be read") {
    std::string message = "x";
    while (message.size() < 4 * line_rule.most)
        message += "é";
    const auto reply = read_json<Reply>(encode_error(
        "1", {.kind = ErrorKind::invalid_argument, .message = message, .hint = message}));
    REQUIRE(reply);
    REQUIRE(reply->error);
    CHECK(characters(reply->error->message.text()) == line_rule.most);
    CHECK(message.starts_with(reply->error->message.text()));
    CHECK(characters(reply->error->data->hint->text()) == line_rule.most);
}

TEST_CASE("the longest refusal of a document can be read") {
    Faults faults;
    const std::string place(300, 'p');
    for (std::size_t i = 0; i < 2 * Faults::most_kept; ++i)
        faults.add(place, "expected a name, got " + shown(std::string(60, 'q') + "é"));
    const auto reply = read_json<Reply>(encode_error("1", faults.error()));
    REQUIRE(reply);
    CHECK(to_error(*reply->error).kind == ErrorKind::invalid_argument);
}
