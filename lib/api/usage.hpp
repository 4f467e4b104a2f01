// Usage of a method as text for people: its facts, its parameters with what each must be, and an
// example. Read off the rows, so that it cannot differ from what is read and used.
#pragma once

#include "api/method.hpp"

#include <string>

namespace palette::api {

// Lines of plain text, the last one ended. Members of members have paths: "colors[].hex".
[[nodiscard]] std::string usage_of(const MethodRow& method);

}  // namespace palette::api
