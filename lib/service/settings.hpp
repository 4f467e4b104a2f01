// Reading a daemon's settings: a flat YAML mapping, each name as lib/api/settings.hpp has it.
#pragma once

#include "api/settings.hpp"
#include "base/result.hpp"

#include <filesystem>

namespace palette::service {

// The defaults where the file is silent or missing. A refusal names file, line and column and what
// was expected; an unknown name is refused.
[[nodiscard]] Result<api::Settings> read_settings(const std::filesystem::path& file);

}  // namespace palette::service
