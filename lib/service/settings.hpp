// A daemon's settings: its file, read at its start and again when it is told to.
#pragma once

#include "api/directory.hpp"
#include "api/given_settings.hpp"
#include "base/home.hpp"
#include "base/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace palette::service {

[[nodiscard]] std::filesystem::path settings_file(const Home& home, const api::Daemon& daemon);

// The defaults where the file is silent or missing. A refusal names file, line and column and what
// was expected; a name that this daemon does not have is refused.
[[nodiscard]] Result<api::DaemonSettings> read_settings(const api::Daemon& daemon,
                                                        const std::filesystem::path& file);

// Every setting of the daemon with its value and where that comes from, a line each:
// name, value and origin with tabs between them.
[[nodiscard]] Result<std::string> settings_lines(const api::Daemon& daemon,
                                                 const std::filesystem::path& file);

// What a file that was read again changes in a daemon that runs.
struct SettingsChange {
    std::vector<std::string> taken_over;    // names of settings
    std::vector<std::string> need_restart;  // these differ from what the daemon was started with
};
// `now` is what is in force; `started` what the daemon was started with.
[[nodiscard]] SettingsChange change_of(api::DaemonSettings started, api::DaemonSettings now,
                                       api::DaemonSettings read);

}  // namespace palette::service
