#include "cli/config/own_settings.hpp"

#include "base/check.hpp"
#include "base/whole_number.hpp"
#include "cli/config/yaml_lines.hpp"
#include "cli/session/credentials.hpp"

#include <algorithm>
#include <array>

namespace palette::cli {

namespace {

// A session that the file names is as one that a variable names: what is public is read without it
// should it have ended. Hence it never becomes an option.
constexpr std::string_view as_setting = api::member_name<&OwnSettings::as>();

struct Variable {
    std::string_view setting;
    const char* name;
};
// In the order in which they are asked.
constexpr std::array variables{
    Variable{as_setting, as_variable},
    Variable{api::member_name<&OwnSettings::pager>(), "PALETTECTL_PAGER"},
};

// Takes the next part of a line, up to a tab.
std::string_view take_part(std::string_view& line) {
    const std::string_view part = line.substr(0, line.find('\t'));
    line.remove_prefix(std::min(line.size(), part.size() + 1));
    return part;
}

std::size_t take_number(std::string_view& line) {
    return whole_number<std::size_t>(take_part(line)).value_or(1);
}

std::vector<api::GivenSetting> given_in(std::string_view lines) {
    std::vector<api::GivenSetting> given;
    while (!lines.empty()) {
        std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        api::GivenSetting& one = given.emplace_back();
        one.name_at.line = take_number(line);
        one.name_at.column = take_number(line);
        one.value_at.line = take_number(line);
        one.value_at.column = take_number(line);
        one.name = take_part(line);
        one.value = line;
    }
    return given;
}

api::SettingsPart part_of(OwnSettings& settings) {
    return {&api::shape_of<OwnSettings>, &settings, {}};
}

bool was_given(std::span<const Given> given, std::string_view member) {
    return std::ranges::any_of(
        given, [&](const Given& one) { return one.member->name == member && !one.values.empty(); });
}

// --json is --format json.
bool has_option(std::span<const Given> given, std::string_view setting) {
    if (was_given(given, setting)) return true;
    return setting == api::member_name<&OwnSettings::format>() &&
           was_given(given, api::member_name<&GlobalOptions::json>());
}

const Variable* variable_of(std::string_view setting, const Environment& environment) {
    const auto one = std::ranges::find_if(variables, [&](const Variable& variable) {
        return variable.setting == setting && environment(variable.name);
    });
    return one == variables.end() ? nullptr : &*one;
}

// The value has been read once, so it keeps the option's rule.
void set_option(const api::Member& option, GlobalOptions& options, const std::string& value) {
    void* const place = option.place(&options);
    const bool is_set = option.shape->kind == api::Kind::flag
                            ? option.shape->set_flag(place, value == "true")
                            : option.shape->set_text(place, value);
    CHECK_INVARIANT(is_set);
}

}  // namespace

std::filesystem::path own_settings_file(const std::filesystem::path& config_folder) {
    return config_folder / (std::string(own_settings_name) + ".yaml");
}

std::filesystem::path kept_settings_file(const std::filesystem::path& state_folder) {
    return state_folder / "settings.lines";
}

Result<Preferences> read_own_settings(const std::filesystem::path& file,
                                      const std::filesystem::path& kept) {
    const auto lines = yaml_lines(file, kept);
    if (!lines) return refuse(lines.error());
    const auto given = given_in(*lines);
    Preferences preferences;
    const std::array parts{part_of(preferences.settings)};
    const auto applied = api::apply_settings(file.native(), given, parts);
    if (!applied) return refuse(applied.error());
    preferences.shown = api::shown_settings(file.native(), given, parts);
    return preferences;
}

void merge_settings(Preferences& preferences, GlobalOptions& options, std::span<const Given> given,
                    const Environment& environment) {
    for (api::ShownSetting& one : preferences.shown) {
        const api::Member* option = api::find_member(api::shape_of<GlobalOptions>, one.name);
        const Variable* variable = variable_of(one.name, environment);
        if (option != nullptr && has_option(given, one.name)) {
            one.value = api::setting_text(*option, &options);
            one.origin = "option";
        } else if (variable != nullptr) {
            one.value = environment(variable->name).value_or("");
            one.origin = std::string("environment ") + variable->name;
        } else if (option != nullptr && one.origin != api::default_origin &&
                   one.name != as_setting) {
            set_option(*option, options, one.value);
        }
    }
}

}  // namespace palette::cli
