#include "api/writer.hpp"

namespace palette::api {

namespace {

void append_list(std::string& json, const Shape& shape, const void* list) {
    const std::size_t count = shape.count(list);
    json.push_back('[');
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) json.push_back(',');
        append_json(json, *shape.element, shape.at(list, i));
    }
    json.push_back(']');
}

void append_object(std::string& json, const Shape& shape, const void* object) {
    json.push_back('{');
    for (const Member& member : shape.members) {
        append_key(json, member.name);
        const void* value = member.peek(object);
        if (value == nullptr) {
            json += "null";
        } else {
            append_json(json, *member.shape, value);
        }
    }
    json.push_back('}');
}

}  // namespace

void append_json(std::string& json, const Shape& shape, const void* value) {
    switch (shape.kind) {
        case Kind::list:
            return append_list(json, shape, value);
        case Kind::object:
            return append_object(json, shape, value);
        case Kind::text:
        case Kind::whole:
        case Kind::decimal:
        case Kind::flag:
        case Kind::choice:
        case Kind::json:
        case Kind::later:
            return shape.append(value, json);
    }
}

}  // namespace palette::api
