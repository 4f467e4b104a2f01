#include "formats/groups.hpp"

#include <algorithm>
#include <map>

namespace palette::formats {

namespace {

std::vector<std::string_view> groups_of(const Record& record) {
    std::vector<std::string_view> groups;
    for (const RecordColor& one : record.colors)
        groups.emplace_back(one.group);
    return groups;
}

std::vector<std::string_view> shared_roles_of(const Record& record) {
    std::map<std::string_view, std::size_t> times;
    for (const RecordColor& one : record.colors)
        ++times[one.role];
    std::vector<std::string_view> roles;
    for (const RecordColor& one : record.colors)
        roles.push_back(times[one.role] > 1 ? std::string_view(one.role) : std::string_view());
    return roles;
}

bool is_one_group(const std::vector<std::string_view>& groups) {
    return std::ranges::adjacent_find(groups, std::not_equal_to<>()) == groups.end();
}

}  // namespace

void name_by_only_group(Record& record) {
    if (record.colors.empty() || !record.title.empty() || !is_one_group(groups_of(record))) return;
    record.title = record.colors.front().group;
    for (RecordColor& one : record.colors)
        one.group.clear();
}

std::vector<std::string_view> groups_to_write(const Record& record) {
    std::vector<std::string_view> groups = groups_of(record);
    if (is_one_group(groups) && (groups.empty() || groups.front().empty()))
        groups = shared_roles_of(record);
    const bool title_says_more = is_one_group(groups) && !record.title.empty();
    if (title_says_more) std::ranges::fill(groups, std::string_view(record.title));
    return groups;
}

}  // namespace palette::formats
