// Callers, as a verified token names them.
#pragma once

#include "auth/encoding.hpp"
#include "service/call.hpp"

#include <string_view>

namespace palette::test {

[[nodiscard]] inline service::Caller caller(std::uint64_t id, std::string_view name) {
    return {.id = api::UserId::clamped(id),
            .name = *api::Username::from(name),
            .session = *auth::from_hex<16>("000102030405060708090a0b0c0d0e0f")};
}

}  // namespace palette::test
