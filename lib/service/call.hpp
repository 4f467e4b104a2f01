// A call as a handler gets it: valid parameters that own their bytes, who asks, and the time.
#pragma once

#include "api/method.hpp"
#include "api/names.hpp"
#include "auth/claims.hpp"
#include "base/check.hpp"
#include "base/clock.hpp"
#include "base/uuid.hpp"

#include <optional>

namespace palette::service {

// Who asks, as their token says.
struct Caller {
    api::UserId id;
    api::Username name;
    auth::SessionId session{};  // or their token for programs
    Timestamp token_expires_at{};
};

// What a call carries beside its parameters.
struct Circumstances {
    std::optional<Caller> caller{};
    Timestamp now{};
    std::optional<Uuid> key{};  // the request's idempotency key
};

template <class M>
struct Call : Circumstances {
    M params;

    // Of a method that only signed-in people may call.
    [[nodiscard]] const Caller& user() const
        requires(M::method.access == api::Access::user)
    {
        CHECK_INVARIANT(caller.has_value());
        return *caller;
    }
};

}  // namespace palette::service
