#include "events/locate.hpp"

#include <algorithm>
#include <cstdint>

namespace palette::events {

Result<api::Offset> locate(rpc::Client& client, const Place& place,
                           const rpc::CallOptions& options) {
    if (const auto* offset = std::get_if<api::Offset>(&place)) return *offset;
    api::LocateEvents asked;
    if (const auto* moment = std::get_if<Timestamp>(&place)) asked.since = *moment;
    const auto position = client.call(asked, options);
    if (!position) return refuse(position.error());
    if (!std::holds_alternative<LogStart>(place)) return position->before;
    return api::Offset::clamped(std::max<std::uint64_t>(position->first.value(), 1) - 1);
}

}  // namespace palette::events
