#include "cli/render/config.hpp"

#include "term/table.hpp"

namespace palette::cli {

using term::Cell;

constexpr std::array<Column, 4> setting_columns{{{"program"}, {"name"}, {"value"}, {"origin"}}};
const Printed printed_settings{.shape = &api::shape_of<SettingsShown>, .columns = setting_columns};

void append_tsv(Tsv& tsv, const SettingShown& setting) {
    tsv.line(setting_columns, setting.program.text(), setting.name.text(), setting.value.text(),
             setting.origin.text());
}

std::string text_of(const SettingsShown& settings, const View& view) {
    term::Table table(
        {{.heading = "PROGRAM"}, {.heading = "SETTING"}, {.heading = "VALUE", .least_columns = 8}});
    for (const SettingShown& one : settings.items)
        table.add({Cell(one.program.text()), Cell(one.name.text()), Cell(one.value.text())});
    return table.render(view.painter, view.columns);
}

std::string text_with_origins(const SettingsShown& settings, const View& view) {
    term::Table table({{.heading = "PROGRAM", .least_columns = 8},
                       {.heading = "SETTING"},
                       {.heading = "VALUE", .least_columns = 8},
                       {.heading = "FROM", .least_columns = 16}});
    for (const SettingShown& one : settings.items) {
        table.add({Cell(one.program.text()), Cell(one.name.text()), Cell(one.value.text()),
                   Cell(one.origin.text())});
    }
    return table.render(view.painter, view.columns);
}

constexpr std::array<Column, 3> file_columns{
    {{"program"}, {"file"}, {"verdict", "well, or the problem"}}};
const Printed printed_files_checked{.shape = &api::shape_of<FilesChecked>, .columns = file_columns};

void append_tsv(Tsv& tsv, const FileChecked& checked) {
    tsv.line(file_columns, checked.program.text(), checked.file.text(),
             checked.problem ? std::string_view(checked.problem->text()) : "well");
}

std::string text_of(const FilesChecked& checked, const View&) {
    std::string text;
    for (const FileChecked& one : checked.items)
        text += one.problem ? one.problem->text() + "\n" : one.program.text() + ": well\n";
    return text;
}

}  // namespace palette::cli
