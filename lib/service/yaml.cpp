#include "service/yaml.hpp"

#include "base/files.hpp"

#include <yaml-cpp/yaml.h>

namespace palette::service {

namespace {

api::Spot spot_of(const YAML::Mark& mark) {
    return {static_cast<std::size_t>(mark.line + 1), static_cast<std::size_t>(mark.column + 1)};
}

tl::unexpected<Error> misplaced(const std::filesystem::path& file, const YAML::Mark& mark,
                                const std::string& why) {
    return refuse(ErrorKind::invalid_argument, "",
                  api::place_in(file.native(), spot_of(mark)) + ": " + why);
}

Result<std::vector<api::GivenSetting>> read_mapping(const std::filesystem::path& file,
                                                    const YAML::Node& root) {
    std::vector<api::GivenSetting> given;
    if (root.IsNull()) return given;
    if (!root.IsMap()) return misplaced(file, root.Mark(), "expected lines of `name: value`");
    for (const auto& row : root) {
        if (!row.first.IsScalar()) return misplaced(file, row.first.Mark(), "expected a name");
        const std::string& name = row.first.Scalar();
        if (!row.second.IsScalar()) {
            if (!row.second.IsNull())
                return misplaced(file, row.second.Mark(),
                                 name + ": expected one value, got several");
            // A value that is not there has no place.
            return misplaced(file, row.first.Mark(), name + ": expected one value, got none");
        }
        given.push_back(
            {name, row.second.Scalar(), spot_of(row.first.Mark()), spot_of(row.second.Mark())});
    }
    return given;
}

}  // namespace

Result<std::vector<api::GivenSetting>> read_yaml_mapping(const std::filesystem::path& file) {
    const auto text = read_small_file(file, most_settings_bytes);
    if (!text) return std::vector<api::GivenSetting>{};
    try {
        return read_mapping(file, YAML::Load(*text));
    } catch (const YAML::Exception& fault) {
        return misplaced(file, fault.mark, fault.msg);
    }
}

}  // namespace palette::service
