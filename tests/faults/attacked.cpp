#include "attacked.hpp"

#include "catch.hpp"

#include <filesystem>
#include <iterator>
#include <string>

namespace palette::test {

namespace {

constexpr std::chrono::milliseconds longest_honest_wait{500};

}  // namespace

std::size_t open_files(pid_t pid) {
    const auto folder = std::filesystem::path("/proc") / std::to_string(pid) / "fd";
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

void expect_honest_service(BareFamily& family, const Person& person) {
    auto client = family.connect();
    const rpc::CallOptions options = person.options(longest_honest_wait);
    const auto me = client.call(api::WhoAmI{}, options);
    CHECK((me ? "" : me.error().message) == std::string());
    const auto popular = client.call(api::ListPopular{}, options);
    CHECK((popular ? "" : popular.error().message) == std::string());
    const auto log = client.call(api::ListEvents{.after = 0}, options);
    CHECK((log ? "" : log.error().message) == std::string());
}

}  // namespace palette::test
