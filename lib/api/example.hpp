// Example values, read off the shapes: what documents and usage show, and what the contract test
// reads back.
#pragma once

#include "api/shape.hpp"

#include <string>

namespace palette::api {

// Appends a value of that shape as JSON: of an object its required members, of a list as many
// elements as it needs and at least one, of a leaf the example of its rule.
void append_example(std::string& json, const Shape& shape);

[[nodiscard]] std::string example_of(const Shape& shape);

}  // namespace palette::api
