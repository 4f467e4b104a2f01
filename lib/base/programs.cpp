#include "base/programs.hpp"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

namespace palette {

namespace {

std::vector<std::filesystem::path> program_folders() {
    const char* named = std::getenv(programs_variable);
    if (named != nullptr && *named != '\0') return {named};
    // After an upgrade the link names a file that is gone; its folder is still right.
    const auto own = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    return {own, own.parent_path() / "libexec" / "palettectl"};
}

}  // namespace

std::filesystem::path find_program(std::string_view name) {
    std::string searched;
    for (const auto& folder : program_folders()) {
        auto path = folder / name;
        if (::access(path.c_str(), X_OK) == 0) return path;
        searched += (searched.empty() ? " in " : " nor in ") + folder.string();
    }
    throw std::runtime_error("no program " + std::string(name) + searched);
}

}  // namespace palette
