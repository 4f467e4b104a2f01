// What names a session, or a token for programs: bytes where it is kept, hex digits on the wire.
#pragma once

#include "api/session.hpp"
#include "auth/claims.hpp"

namespace palette::service {

using auth::SessionId;

[[nodiscard]] SessionId session_id_of(const api::SessionName& name);
[[nodiscard]] api::SessionName session_name_of(const SessionId& id);

}  // namespace palette::service
