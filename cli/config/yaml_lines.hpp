// palettectl's settings file as the lines that palette-yaml makes of it.
//
// Starting that program takes half as long as a whole command, so its lines are kept beside the
// sessions, with the file's size, inode and times: a file that has changed in any of these is read
// anew.
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <string>

namespace palette::cli {

// Nothing for a file that is not there. Refuses (invalid_argument) what is no mapping of names to
// values, by file, line and column. That lines cannot be kept is no failure.
[[nodiscard]] Result<std::string> yaml_lines(const std::filesystem::path& file,
                                             const std::filesystem::path& kept);

}  // namespace palette::cli
