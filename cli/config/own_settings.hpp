// palettectl's own settings, <config>/palettectl.yaml: what would otherwise be typed each time.
//
// An option goes before a variable of the environment, that before the file, and the file before
// the default. YAML is read by a program of its own, which is asked once for each change of the
// file (yaml_lines.hpp).
#pragma once

#include "api/given_settings.hpp"
#include "base/environment.hpp"
#include "cli/command_line/global_options.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace palette::cli {

inline constexpr std::string_view own_settings_name = "palettectl";

inline constexpr api::TextRule pager_rule{"Pager", "a program and its options; empty: none",
                                          "less -FRX", 0, 4096};
using Pager = api::Text<pager_rule>;

struct OwnSettings {
    When color = When::auto_;
    bool plain = false;
    std::optional<Format> format{};
    Duration timeout{rpc::default_timeout};
    std::optional<api::Username> as{};
    std::optional<Pager> pager{};

    static constexpr std::string_view name_of_shape = "OwnSettings";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&OwnSettings::color>("When to use colors, as --color"),
            field<&OwnSettings::plain>("Whether people are told in plain words, as by --plain"),
            field<&OwnSettings::format>("How to print, as --format"),
            field<&OwnSettings::timeout>("How long to wait for an answer, as --timeout"),
            field<&OwnSettings::as>("Whose session to use, as --as"),
            field<&OwnSettings::pager>("What shows long lists on a terminal"),
        };
    }
};

// What is in force, and where each value comes from.
struct Preferences {
    OwnSettings settings{};
    std::vector<api::ShownSetting> shown{};
};

[[nodiscard]] std::filesystem::path own_settings_file(const std::filesystem::path& config_folder);

// Where what was read of it is kept.
[[nodiscard]] std::filesystem::path kept_settings_file(const std::filesystem::path& state_folder);

// Reads the file into defaults. Refuses by file, line and column as daemons do.
[[nodiscard]] Result<Preferences> read_own_settings(const std::filesystem::path& file,
                                                    const std::filesystem::path& kept);

// Puts the settings into the options that were not given, and the given ones into `preferences`.
void merge_settings(Preferences& preferences, GlobalOptions& options, std::span<const Given> given,
                    const Environment& environment);

}  // namespace palette::cli
