#include "service/settings.hpp"

#include "api/faults.hpp"
#include "base/files.hpp"
#include "base/whole_number.hpp"

#include <yaml-cpp/yaml.h>

namespace palette::service {

namespace {

constexpr std::size_t most_file_bytes = 64 * 1024;

std::string place(const std::filesystem::path& file, const YAML::Mark& mark) {
    return file.string() + ":" + std::to_string(mark.line + 1) + ":" +
           std::to_string(mark.column + 1);
}

bool set_scalar(const api::Member& member, api::Settings& settings, const std::string& text) {
    void* value = member.place(&settings);
    if (member.shape->set_text != nullptr) return member.shape->set_text(value, text);
    if (member.shape->set_flag != nullptr && (text == "true" || text == "false")) {
        return member.shape->set_flag(value, text == "true");
    }
    const auto number = whole_number<std::int64_t>(text);
    return member.shape->set_whole != nullptr && number && member.shape->set_whole(value, *number);
}

std::string mismatch(const api::Member& member, const YAML::Node& value) {
    const std::string got = value.IsScalar() ? api::shown(value.Scalar()) : "several values";
    return std::string(member.name) + ": expected " + api::expected(*member.shape) + " (" +
           std::string(member.shape->meaning) + "), got " + got;
}

Result<api::Settings> read_mapping(const std::filesystem::path& file, const YAML::Node& root) {
    api::Settings settings;
    if (root.IsNull()) return settings;
    if (!root.IsMap()) {
        return refuse(ErrorKind::invalid_argument, "",
                      place(file, root.Mark()) + ": expected lines of `name: value`");
    }
    for (const auto& row : root) {
        const auto name = row.first.as<std::string>();
        const api::Member* member = api::find_member(api::shape_of<api::Settings>, name);
        if (member == nullptr) {
            return refuse(ErrorKind::invalid_argument, name,
                          place(file, row.first.Mark()) + ": there is no setting " + name);
        }
        if (!row.second.IsScalar() || !set_scalar(*member, settings, row.second.Scalar())) {
            return refuse(ErrorKind::invalid_argument, name,
                          place(file, row.second.Mark()) + ": " + mismatch(*member, row.second));
        }
    }
    return settings;
}

}  // namespace

Result<api::Settings> read_settings(const std::filesystem::path& file) {
    const auto text = read_small_file(file, most_file_bytes);
    if (!text) return api::Settings{};
    try {
        return read_mapping(file, YAML::Load(*text));
    } catch (const YAML::Exception& fault) {
        return refuse(ErrorKind::invalid_argument, "", place(file, fault.mark) + ": " + fault.msg);
    }
}

}  // namespace palette::service
