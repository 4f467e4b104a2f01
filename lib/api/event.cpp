#include "api/event.hpp"

namespace palette::api {

NewEvent new_event(const EventType& type, const About& about, std::string data) {
    return {.type = *Word::from(type.name),
            .subject = *Word::from(std::string(about.kind) + "/" + std::to_string(about.id)),
            .time = about.time,
            .topic = *Topic::from(type.topic),
            .audience = about.audience,
            .revision = Revision::clamped(about.revision),
            .data = Json(std::move(data)),
            .erases = about.erases};
}

}  // namespace palette::api
