#include "formats/nested_names.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace palette::formats {

namespace {

// Far more than the characters that a name may have.
constexpr std::size_t longest_name_bytes = 512;

std::size_t groups_in_common(const std::vector<KeyPath>& paths) {
    if (paths.empty() || paths.front().empty()) return 0;
    std::size_t common = paths.front().size() - 1;
    for (const KeyPath& path : paths) {
        common = std::min(common, path.empty() ? 0 : path.size() - 1);
        const auto [end, other] =
            std::mismatch(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(common),
                          paths.front().begin());
        common = static_cast<std::size_t>(end - path.begin());
    }
    return common;
}

std::string joined(const KeyPath& path, std::size_t begin) {
    std::string name;
    for (std::size_t i = begin; i < path.size() && name.size() < longest_name_bytes; ++i) {
        if (i != begin) name += '-';
        name += fitting_characters(path[i], longest_name_bytes);
    }
    return name;
}

}  // namespace

std::vector<std::string> nested_names(const std::vector<KeyPath>& paths) {
    const std::size_t begin = groups_in_common(paths);
    std::vector<std::string> names;
    names.reserve(paths.size());
    for (const KeyPath& path : paths)
        names.push_back(joined(path, begin));
    return names;
}

}  // namespace palette::formats
