// Bytes that are no request, on every socket: an error or nothing, counted, logged at a limited
// rate, and others are served on.
#include "family_in_process.hpp"
#include "stderr_capture.hpp"

#include <random>

using namespace palette;
using namespace palette::test;

namespace {

std::string random_bytes(std::mt19937& dice, std::size_t size) {
    std::string bytes(size, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(dice());
    return bytes;
}

std::vector<std::string> not_json() {
    std::mt19937 dice(7);
    std::vector<std::string> all{
        "",
        "{",
        "nul",
        R"({"jsonrpc":"2.0")",
        "{\"jsonrpc\":\"2.0\",\"method\":\"\xff\xfe\"}",
        std::string(100'000, '['),
        std::string(api::most_document_bytes + 1, ' '),
        "{} {}",
        std::string("\0\0\0", 3),
        R"({"id":99999999999999999999999999})",
    };
    for (std::size_t size = 1; size < 2'000; size = size * 3 + 1)
        all.push_back(random_bytes(dice, size));
    return all;
}

const std::vector<std::string> not_requests{
    "5",
    "null",
    "\"x\"",
    "[]",
    "[{}]",
    "{}",
    R"({"jsonrpc":"1.0","method":"service.health","id":1})",
    R"({"jsonrpc":"2.0","id":1})",
    R"({"jsonrpc":"2.0","method":5,"id":1})",
    R"({"jsonrpc":"2.0","method":"","id":1})",
    R"({"jsonrpc":"2.0","method":"service.health","id":[1]})",
    R"({"jsonrpc":"2.0","method":"service.health","id":{"a":1}})",
    R"({"jsonrpc":"2.0","method":"service.health","id":true})",
    R"({"jsonrpc":"2.0","method":"service.health","id":1,"surprise":1})",
    R"({"jsonrpc":"2.0","method":"service.health","id":1,"id":2})",
    R"({"jsonrpc":"2.0","method":"service.health","id":1,"auth":5})",
    R"({"jsonrpc":"2.0","method":"service.health","id":1,"key":"x"})",
    R"({"jsonrpc":"2.0","method":"service.health","id":1,"deadline_ms":0})",
    R"({"jsonrpc":"2.0","method":"service.health","id":1,"deadline_ms":"soon"})",
};

constexpr std::array both_sockets{api::Socket::client, api::Socket::sibling};

}  // namespace

TEST_CASE("what is no request is answered with JSON-RPC's own errors, and counted") {
    FamilyInProcess family;
    for (const api::Daemon* daemon : api::family) {
        const auto before = family.health(*daemon).refused.value();
        for (const auto which : both_sockets) {
            RawClient raw = family.connect(*daemon, which);
            for (const std::string& frame : not_json()) {
                const auto answer = raw.ask(frame);
                INFO(frame.substr(0, 100));
                REQUIRE(answer.error);
                CHECK(answer.error->code.number() == api::code_parse_error);
                CHECK(answer.id == "null");
            }
            for (const std::string& frame : not_requests) {
                const auto answer = raw.ask(frame);
                INFO(frame);
                REQUIRE(answer.error);
                CHECK(answer.error->code.number() == api::code_invalid_request);
            }
            const auto unknown = raw.ask(request("palette.paint", "{}"));
            CHECK(unknown.error->code.number() == api::code_method_not_found);
        }
        const auto refused = 2 * (not_json().size() + not_requests.size() + 1);
        CHECK(family.health(*daemon).refused.value() == before + refused);
    }
}

TEST_CASE("messages of many or huge frames are dropped, and an honest client is served on") {
    FamilyInProcess family;
    const std::string huge(2 * 1024 * 1024 + 1, 'x');
    for (const api::Daemon* daemon : api::family) {
        RawClient honest = family.connect(*daemon, api::Socket::client);
        const auto before = family.health(*daemon).refused.value();
        for (const auto which : both_sockets) {
            RawClient hostile = family.connect(*daemon, which);
            hostile.send_frames(std::array<std::string_view, 3>{"", "{}", "{}"});
            hostile.send_frames(std::array<std::string_view, 2>{"no delimiter", "{}"});
            const std::vector<std::string_view> many(1'000, "x");
            hostile.send_frames(many);
            // The connection is one after the other: the reply says that all have been looked at.
            CHECK(hostile.ask("{").error);
            hostile.send(huge);
        }
        CHECK(honest.ask(request("service.health", "{}")).result != "null");
        CHECK(family.health(*daemon).refused.value() == before + 8);
    }
}

TEST_CASE("a flood of garbage is logged at a limited rate") {
    TestHome home;
    rpc::Context context;
    const rpc::SocketFolder sockets(home->run);
    StderrCapture capture;
    const auto begun = std::chrono::steady_clock::now();
    {
        const Daemon<broker::Service> broker(*home, api::LogLevel::info);
        RawClient raw(context, sockets, api::broker_daemon.client_socket());
        for (int i = 0; i < 2'000; ++i)
            CHECK(raw.ask("{\"\x1b]0;title\x07").error);
    }
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begun);
    const std::string log = capture.text();
    const auto lines = static_cast<int>(std::count(log.begin(), log.end(), '\n'));
    CHECK(lines > 0);
    CHECK(lines <= (service::Log::most_limited_lines + 1) * (seconds.count() + 2));
    CHECK(log.find('\x1b') == std::string::npos);
}
