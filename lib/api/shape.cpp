#include "api/shape.hpp"

namespace palette::api {

const Member* find_member(const Shape& object, std::string_view name) {
    for (const Member& member : object.members) {
        if (member.name == name) return &member;
    }
    return nullptr;
}

}  // namespace palette::api
