#include "service/session_id.hpp"

#include "auth/encoding.hpp"
#include "base/check.hpp"
#include "base/hex.hpp"

#include <tuple>

namespace palette::service {

SessionId session_id_of(const api::SessionName& name) {
    const auto id = auth::from_hex<std::tuple_size_v<SessionId>>(name.text());
    CHECK_INVARIANT(id.has_value());
    return *id;
}

api::SessionName session_name_of(const SessionId& id) {
    return *api::SessionName::from(in_hex(id));
}

}  // namespace palette::service
