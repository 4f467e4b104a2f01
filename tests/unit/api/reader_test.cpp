#include "api/reader.hpp"

#include "api/directory.hpp"
#include "api/envelope.hpp"
#include "api/writer.hpp"
#include "catch.hpp"

using namespace palette;
using namespace palette::api;

namespace {

std::string fault_of(std::string_view json) {
    const auto read = read_json<CreatePalette>(json, Unknown::refused);
    return read ? "none" : read.error().message;
}

}  // namespace

TEST_CASE("a valid document becomes the struct, with its defaults where it is silent") {
    const auto read = read_json<CreatePalette>(
        R"({"title":"Sea Glass","colors":[{"hex":"#0b3954"},{"hex":"#BFD7EA80","name":"foam"}]})",
        Unknown::refused);
    REQUIRE(read);
    CHECK(read->title.text() == "Sea Glass");
    CHECK(read->colors.size() == 2);
    CHECK(read->colors[1].name->text() == "foam");
    CHECK(read->visibility == Visibility::public_);
    CHECK_FALSE(read->slug);
    CHECK(to_json(read->colors[1]) == R"({"hex":"#bfd7ea80","name":"foam","role":null})");
}

TEST_CASE("each fault is named with its place") {
    struct Row {
        const char* json;
        const char* fault;
    };
    const auto row = GENERATE(
        Row{"{}",
            "title: missing: 1 to 80 characters, not all of them blank; colors: missing: an array"},
        Row{R"({"title":7,"colors":[{"hex":"#0b3954"}]})",
            "title: expected 1 to 80 characters, not all of them blank, got 7"},
        Row{R"({"title":"x","colors":[]})", "colors: expected 1 to 8192 elements, got 0"},
        Row{R"({"title":"x","colors":[{"hex":"#000000"},{"hex":"blurple"}]})",
            "colors[1].hex: expected #rrggbb or #rrggbbaa, got \"blurple\""},
        Row{R"({"title":"x","colors":[{"hex":"#000000"}],"colour":1})",
            "unknown member \"colour\""},
        Row{R"({"title":"x","title":"y","colors":[{"hex":"#000000"}]})",
            "title: given more than once"},
        Row{R"({"title":"x","colors":[{"hex":"#000000"}],"visibility":"hidden"})",
            "visibility: expected one of public, private, got \"hidden\""},
        Row{"[]", "expected an object, got an array"}, Row{"{", "this is not JSON"});
    CHECK(fault_of(row.json) == row.fault);
}

TEST_CASE("faults beyond the kept ones still refuse the document") {
    std::string json = R"({"title":"x","colors":[)";
    for (int i = 0; i < 40; ++i)
        json += i == 0 ? "1" : ",1";
    const auto read = read_json<CreatePalette>(json + "]}");
    REQUIRE_FALSE(read);
    CHECK_THAT(read.error().message, Catch::EndsWith("and 24 more"));
}

TEST_CASE("a secret is repeated in no fault") {
    const auto read =
        read_json<LogIn>(R"({"username":"alice","password":")" + std::string(1025, 'x') + R"("})");
    REQUIRE_FALSE(read);
    CHECK_THAT(read.error().message, !Catch::Contains("xxx"));
}

TEST_CASE("null is the same as missing") {
    CHECK(read_json<ListPalettes>(R"({"user":null,"limit":null})")->limit == Limit(20));
}

TEST_CASE("what could drive a terminal is escaped in JSON") {
    std::string json;
    append_quoted(json,
                  "a\x1b[31m\x7f\xc2\x9b"
                  "\xe2\x80\xae"
                  "\n\"\\ \xf0\x9f\x8e\xa8 \xc3\xa9");
    CHECK(json == "\"a\\u001b[31m\\u007f\\u009b\\u202e\\n\\\"\\\\ \xf0\x9f\x8e\xa8 \xc3\xa9\"");
}

TEST_CASE("free JSON keeps its escapes when it is read and written again") {
    const std::string id = R"("\u001b\u007f\u009b\u202e\n \u00e9")";
    const auto request = read_json<Request>(R"({"jsonrpc":"2.0","method":"x","id":)" + id + "}");
    REQUIRE(request);
    CHECK(request->id.text() == "\"\\u001b\\u007f\\u009b\\u202e\\n \xc3\xa9\"");
}

TEST_CASE("a request is read and its parameters afterwards, in place") {
    Document document;
    REQUIRE(document.parse(
        R"({"jsonrpc":"2.0","id":7,"method":"palette.get","params":{"ref":"alice/sea-glass@3"}})"));
    const auto request = document.read<Request>(Unknown::refused);
    REQUIRE(request);
    CHECK(request->id.text() == "7");
    const auto params = document.read_at<GetPalette>("params", Unknown::refused);
    REQUIRE(params);
    CHECK(params->ref.text() == "alice/sea-glass@3");
    const auto other = document.read_at<LogIn>("params", Unknown::refused);
    REQUIRE_FALSE(other);
    CHECK_THAT(other.error().message, Catch::Contains("username: missing"));
}

TEST_CASE("an error comes back as it was sent") {
    const Error sent{.kind = ErrorKind::aborted,
                     .message = "stale",
                     .field = "ref",
                     .hint = "again",
                     .retry_after_ms = 20};
    const auto reply = read_json<Reply>(encode_error("1", sent));
    REQUIRE(reply);
    const Error got = to_error(*reply->error);
    CHECK(got.kind == sent.kind);
    CHECK(got.message == sent.message);
    CHECK(got.field == sent.field);
    CHECK(got.retry_after_ms == sent.retry_after_ms);
}

TEST_CASE("references are recognized and others refused") {
    for (const char* good : {"42", "alice/sea-glass", "al/x@3", "a-b_c/0"}) {
        INFO(good);
        CHECK(PaletteRef::from(good));
    }
    for (const char* bad : {"", "alice", "alice/", "/x", "Alice/x", "alice/x@", "alice/x@y", "-1",
                            "alice/x/y", "a/x", "9999999999999999999"}) {
        INFO(bad);
        CHECK_FALSE(PaletteRef::from(bad));
    }
}
