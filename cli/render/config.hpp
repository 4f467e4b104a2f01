// Settings of the family's programs, and whether their files are well.
#pragma once

#include "api/names.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

struct SettingShown {
    api::Word program;
    api::Word name;
    api::Line value;
    api::Line origin;

    static constexpr std::string_view name_of_shape = "Setting";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&SettingShown::program>("Whose setting"),
            field<&SettingShown::name>("Its name"),
            field<&SettingShown::value>("Its value; empty when it is not set"),
            field<&SettingShown::origin>("default, FILE:LINE:COLUMN, environment NAME, or option"),
        };
    }
};

struct SettingsShown {
    api::List<SettingShown, 0, 256> items{};

    static constexpr std::string_view name_of_shape = "Settings";
    static constexpr auto fields() {
        return std::array{api::field<&SettingsShown::items>("Each setting of each program")};
    }
};

struct FileChecked {
    api::Word program;
    api::Line file;
    bool well = true;
    std::optional<api::Line> problem{};

    static constexpr std::string_view name_of_shape = "FileChecked";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&FileChecked::program>("Whose settings"),
            field<&FileChecked::file>("The file; a missing one is well"),
            field<&FileChecked::well>("Whether it would be taken"),
            field<&FileChecked::problem>("Why not, by line and column"),
        };
    }
};

struct FilesChecked {
    api::List<FileChecked, 0, 16> items{};

    static constexpr std::string_view name_of_shape = "FilesChecked";
    static constexpr auto fields() {
        return std::array{api::field<&FilesChecked::items>("Each file")};
    }
};

void append_tsv(Tsv& tsv, const SettingShown& setting);
extern const Printed printed_settings;
// Without the origins.
[[nodiscard]] std::string text_of(const SettingsShown& settings, const View& view);
[[nodiscard]] std::string text_with_origins(const SettingsShown& settings, const View& view);

void append_tsv(Tsv& tsv, const FileChecked& checked);
extern const Printed printed_files_checked;
[[nodiscard]] std::string text_of(const FilesChecked& checked, const View& view);

}  // namespace palette::cli
