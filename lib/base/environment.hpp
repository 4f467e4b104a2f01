// The environment's variables, handed in so that tests have their own.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace palette {

// Answers with a variable's value; none when it is unset or empty.
using Environment = std::function<std::optional<std::string>(const char* name)>;

// The process's own. Nobody may change it while this is asked.
[[nodiscard]] Environment process_environment();

}  // namespace palette
