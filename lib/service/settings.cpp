#include "service/settings.hpp"

#include "service/yaml.hpp"

#include <algorithm>

namespace palette::service {

std::filesystem::path settings_file(const Home& home, const api::Daemon& daemon) {
    return home.config / (std::string(daemon.name) + ".yaml");
}

Result<api::DaemonSettings> read_settings(const api::Daemon& daemon,
                                          const std::filesystem::path& file) {
    const auto given = read_yaml_mapping(file);
    if (!given) return refuse(given.error());
    api::DaemonSettings settings{.own = daemon.own_settings};
    const auto applied = api::apply_settings(file.native(), *given, api::parts_of(settings));
    if (!applied) return refuse(applied.error());
    return settings;
}

Result<std::string> settings_lines(const api::Daemon& daemon, const std::filesystem::path& file) {
    const auto given = read_yaml_mapping(file);
    if (!given) return refuse(given.error());
    api::DaemonSettings settings{.own = daemon.own_settings};
    const auto parts = api::parts_of(settings);
    const auto applied = api::apply_settings(file.native(), *given, parts);
    if (!applied) return refuse(applied.error());
    std::string lines;
    for (const api::ShownSetting& one : api::shown_settings(file.native(), *given, parts))
        lines += one.name + "\t" + one.value + "\t" + one.origin + "\n";
    return lines;
}

SettingsChange change_of(api::DaemonSettings started, api::DaemonSettings now,
                         api::DaemonSettings read) {
    SettingsChange change;
    const auto started_parts = api::parts_of(started);
    const auto now_parts = api::parts_of(now);
    const auto read_parts = api::parts_of(read);
    for (std::size_t i = 0; i < read_parts.size(); ++i) {
        const api::SettingsPart& part = read_parts[i];
        for (const api::Member& member : part.shape->members) {
            const std::string wanted = api::setting_text(member, part.object);
            const bool at_run_time = std::ranges::count(part.at_run_time, member.name) > 0;
            const void* before = at_run_time ? now_parts[i].object : started_parts[i].object;
            if (wanted == api::setting_text(member, before)) continue;
            (at_run_time ? change.taken_over : change.need_restart).emplace_back(member.name);
        }
    }
    return change;
}

}  // namespace palette::service
