#include "formats/identifiers.hpp"

#include "base/ascii.hpp"

#include <set>

namespace palette::formats {

std::string identifier(std::string_view name) {
    std::string word;
    for (const char c : name) {
        if (is_letter(c) || is_digit(c)) {
            word += to_lower(c);
        } else if (!word.empty() && word.back() != '-') {
            word += '-';
        }
    }
    if (word.ends_with('-')) word.pop_back();
    return word;
}

std::string file_prefix(const Record& record) {
    const std::string prefix =
        record.ref.empty() ? identifier(record.title) : record.ref.substr(record.ref.find('/') + 1);
    if (prefix.empty()) return "palette";
    return is_digit(prefix.front()) ? "palette-" + prefix : prefix;
}

std::vector<std::string> color_identifiers(const Record& record) {
    const std::string prefix = file_prefix(record) + "-";
    std::vector<std::string> names;
    std::set<std::string, std::less<>> taken;
    for (const RecordColor& color : record.colors) {
        const std::string number = std::to_string(names.size() + 1);
        std::string name = identifier(color.name);
        if (name.starts_with(prefix)) name.erase(0, prefix.size());
        if (name.empty()) name = number;
        while (!taken.insert(name).second)
            name += "-" + number;
        names.push_back(std::move(name));
    }
    return names;
}

}  // namespace palette::formats
