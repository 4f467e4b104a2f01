// Somebody with an account, and what they ask of the family.
#pragma once

#include "rpc/client.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace palette::test {

struct Person {
    api::Username name;
    std::uint64_t id = 0;
    api::Token token;

    // For a call of theirs.
    [[nodiscard]] rpc::CallOptions options(
        std::chrono::milliseconds timeout = rpc::default_timeout) const {
        return {.timeout = timeout, .auth = token};
    }
};

// Throws std::runtime_error when the account cannot be opened.
[[nodiscard]] Person sign_up(rpc::Client& client, std::string_view name);

// A public palette of two colors, its slug made from the title.
[[nodiscard]] api::CreatePalette palette_titled(std::string_view title);

}  // namespace palette::test
