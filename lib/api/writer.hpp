// Writing described structs as JSON. Every member is written, in the order of its rows; an optional
// without a value as null.
#pragma once

#include "api/describe.hpp"

#include <string>

namespace palette::api {

void append_json(std::string& json, const Shape& shape, const void* value);

template <class V>
void append_json(std::string& json, const V& value) {
    append_json(json, shape_of<V>, &value);
}

template <class V>
[[nodiscard]] std::string to_json(const V& value) {
    std::string json;
    append_json(json, value);
    return json;
}

}  // namespace palette::api
