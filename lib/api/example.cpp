#include "api/example.hpp"

#include "api/scalar.hpp"

#include <algorithm>

namespace palette::api {

namespace {

void append_example_list(std::string& json, const Shape& list) {
    json.push_back('[');
    for (std::int64_t i = 0; i < std::max<std::int64_t>(list.fewest, 1); ++i) {
        append_comma(json);
        append_example(json, *list.element);
    }
    json.push_back(']');
}

void append_example_object(std::string& json, const Shape& object) {
    json.push_back('{');
    for (const Member& member : object.members) {
        if (!member.required) continue;
        append_key(json, member.name);
        append_example(json, *member.shape);
    }
    json.push_back('}');
}

}  // namespace

void append_example(std::string& json, const Shape& shape) {
    switch (shape.kind) {
        case Kind::text:
        case Kind::choice:
            return append_quoted(json, shape.example);
        case Kind::whole:
            return append_number(json, shape.sample);
        case Kind::decimal:
            return append_hundredths(json, shape.sample);
        case Kind::flag:
        case Kind::json:
        case Kind::later:
            json += shape.example;
            return;
        case Kind::list:
            return append_example_list(json, shape);
        case Kind::object:
            return append_example_object(json, shape);
    }
}

std::string example_of(const Shape& shape) {
    std::string json;
    append_example(json, shape);
    return json;
}

}  // namespace palette::api
