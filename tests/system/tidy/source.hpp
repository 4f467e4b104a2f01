// A file of the tree as it is judged: its path from the root and its lines.
#pragma once

#include <string>
#include <vector>

namespace palette::tidy {

struct Source {
    std::string path;
    std::vector<std::string> lines;
};

}  // namespace palette::tidy
