// How a failure is told: one line for people, one object for programs.
#pragma once

#include "base/result.hpp"

#include <string>

namespace palette::cli {

// "palettectl: no palette nobody/nothing: palettectl palette list", ended. Other people's text in
// it is made safe.
[[nodiscard]] std::string failure_line(const Error& error);

// {"error":{"kind","message","field","hint","retry_after_ms"}}, ended.
[[nodiscard]] std::string failure_json(const Error& error);

}  // namespace palette::cli
