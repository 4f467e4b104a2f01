// Passwords and tokens among what is described. Nothing is ever kept of them, not even a digest:
// what it is of could be guessed.
#pragma once

#include "api/shape.hpp"

#include <string>

namespace palette::api {

// Whether any value of that shape is one, or has one in it.
[[nodiscard]] bool holds_secrets(const Shape& shape);

// By what one object of that shape is told from another: its JSON as it is, or, where some of its
// members hold secrets, the others alone. Empty when it cannot be read.
[[nodiscard]] std::string without_secrets(const Shape& shape, std::string json);

}  // namespace palette::api
