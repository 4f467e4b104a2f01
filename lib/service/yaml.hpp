// YAML as settings are written in it: a flat mapping of names to single values.
#pragma once

#include "api/given_settings.hpp"

#include <filesystem>

namespace palette::service {

// A longer file is no settings file.
inline constexpr std::size_t most_settings_bytes = 64 * 1024;

// In the order of the file; nothing when there is none, or it is empty. Refuses (invalid_argument)
// by file, line and column what is no such mapping. Throws std::system_error when the file cannot
// be read or is too long.
[[nodiscard]] Result<std::vector<api::GivenSetting>> read_yaml_mapping(
    const std::filesystem::path& file);

}  // namespace palette::service
