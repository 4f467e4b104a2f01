// Walks a source tree and names every place that breaks its rules. Reads only.
//
// Layout of lines is judged in sources, scripts and CMake files; includes in lib/, broker/, daemon/
// and cli/ (a test may reach for what it tests). Folders named build or beginning with a dot are
// passed over, and so are symbolic links.
#pragma once

#include <cstddef>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace palette::tidy {

struct Finding {
    std::string file;  // relative to the root
    std::size_t line;  // from 1; 0 speaks of the whole file
    std::string what;
};

std::ostream& operator<<(std::ostream& out, const Finding& finding);

// By path, then by rule. Throws std::system_error when the tree cannot be read.
[[nodiscard]] std::vector<Finding> findings_in(const std::filesystem::path& root);

}  // namespace palette::tidy
