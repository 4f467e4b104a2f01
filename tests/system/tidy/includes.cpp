#include "includes.hpp"

#include "rules.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace palette::tidy {
namespace {

bool lies_below(std::string_view path, std::string_view folder) {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

bool is_ours(std::string_view path) {
    return std::ranges::any_of(std::to_array<std::string_view>({"lib", "broker", "daemon", "cli"}),
                               [&](auto top) { return lies_below(path, top); });
}

const Folder* folder_of(std::string_view path) {
    const auto at = std::ranges::find_if(
        folders(), [&](const Folder& folder) { return lies_below(path, folder.path); });
    return at == folders().end() ? nullptr : &*at;
}

// The name by which a folder is included: the last part of its path.
std::string_view name_of(const Folder& folder) {
    return folder.path.substr(folder.path.rfind('/') + 1);
}

// What is wrong with `folder` including "header"; empty when nothing is.
std::string fault_of(const Folder& folder, std::string_view header) {
    if (header.starts_with("../")) return "includes out of its folder: " + std::string(header);
    const auto first = header.substr(0, header.find('/'));
    if (first.size() == header.size() || first == name_of(folder)) return {};
    const bool is_folder = first == "daemon" || std::ranges::count(folders(), first, name_of) > 0;
    if (!is_folder || std::ranges::count(folder.may_include, first) > 0) return {};
    return std::string(folder.path) + " may not include " + std::string(header);
}

struct Include {
    std::string_view header;
    char opening;  // " or <
};

std::string_view without_blanks(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
}

// What the line includes, if it does. Views of `line`.
std::optional<Include> include_in(std::string_view line) {
    line = without_blanks(line);
    if (!line.starts_with('#')) return std::nullopt;
    line = without_blanks(line.substr(1));
    constexpr std::string_view directive = "include";
    if (!line.starts_with(directive)) return std::nullopt;
    line = without_blanks(line.substr(directive.size()));
    const auto end = line.find_first_of("\">", 1);
    if (end == line.npos) return std::nullopt;
    return Include{line.substr(1, end - 1), line.front()};
}

bool names(std::string_view pattern, std::string_view name) {
    return pattern.ends_with('/') ? name.starts_with(pattern) : name == pattern;
}

}  // namespace

void IncludeJudge::judge(const Source& source, std::vector<Finding>& found) {
    if (!is_ours(source.path)) return;
    const Folder* folder = folder_of(source.path);
    if (folder == nullptr) {
        found.push_back({source.path, 0, "lies in a folder that has no rule"});
        return;
    }
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        const auto include = include_in(source.lines[i]);
        if (!include) continue;
        judge_owner({source.path, i + 1, {}}, include->header, found);
        if (include->opening != '"') continue;
        if (auto fault = fault_of(*folder, include->header); !fault.empty())
            found.push_back({source.path, i + 1, std::move(fault)});
    }
}

void IncludeJudge::judge_owner(const Finding& place, std::string_view header,
                               std::vector<Finding>& found) {
    for (const OwnedHeader& owned : owned_headers()) {
        if (!names(owned.header, header)) continue;
        includers_[owned.header].insert(place.file);
        const bool is_owner =
            std::ranges::any_of(owned.owners, [&](auto owner) { return names(owner, place.file); });
        if (!is_owner)
            found.push_back({place.file, place.line, "does not own " + std::string(header)});
    }
}

void IncludeJudge::judge_numbers(std::vector<Finding>& found) const {
    for (const OwnedHeader& owned : owned_headers()) {
        const auto seen = includers_.find(owned.header);
        if (seen == includers_.end() || seen->second.size() <= owned.files_at_most) continue;
        for (const std::string& file : seen->second)
            found.push_back(
                {file, 0, "is one of too many that include " + std::string(owned.header)});
    }
}

}  // namespace palette::tidy
