#include "api/secrets.hpp"

#include "api/reader.hpp"

#include <algorithm>

namespace palette::api {

bool holds_secrets(const Shape& shape) {
    if (shape.secret) return true;
    if (shape.element != nullptr) return holds_secrets(*shape.element);
    return std::ranges::any_of(shape.members,
                               [](const Member& member) { return holds_secrets(*member.shape); });
}

std::string without_secrets(const Shape& shape, std::string json) {
    if (!holds_secrets(shape)) return json;
    Document document;
    std::string open;
    if (!document.parse(json)) return open;
    for (const Member& member : shape.members) {
        if (holds_secrets(*member.shape)) continue;
        open += std::string(member.name) + " " + document.text_at(member.name) + "\n";
    }
    return open;
}

}  // namespace palette::api
