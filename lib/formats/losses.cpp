#include "formats/losses.hpp"

#include "base/counted.hpp"

namespace palette::formats {

std::vector<std::string> losses(const Format& format, const Record& record, std::string_view file) {
    if (format.read == nullptr) return {};
    const auto read = format.read(file);
    if (!read || read->colors.size() != record.colors.size()) return {};
    std::size_t alphas = 0;
    std::size_t names = 0;
    for (std::size_t i = 0; i < record.colors.size(); ++i) {
        if (read->colors[i].color.a != record.colors[i].color.a) ++alphas;
        if (read->colors[i].name.empty() && !record.colors[i].name.empty()) ++names;
    }
    const std::string no_place = std::string(format.name) + " has no place for ";
    std::vector<std::string> told;
    if (alphas > 0) told.push_back(no_place + "the alpha of " + counted(alphas, "color"));
    if (names > 0) told.push_back(no_place + counted(names, "name"));
    return told;
}

}  // namespace palette::formats
