#include "cli/commands/config.hpp"

#include "api/directory.hpp"
#include "base/nearest_word.hpp"
#include "base/trim.hpp"
#include "cli/config/ask_program.hpp"
#include "cli/config/own_settings.hpp"
#include "cli/render/config.hpp"
#include "cli/render/print.hpp"

#include <algorithm>

namespace palette::cli {

namespace {

namespace fs = std::filesystem;

std::vector<std::string_view> programs_with_settings() {
    std::vector<std::string_view> names{own_settings_name};
    for (const api::Daemon* daemon : api::family)
        names.push_back(daemon->name);
    return names;
}

// What is wrong with the file, as that program would say; none when nothing is.
std::optional<std::string> problem_of(Context& context, std::string_view program,
                                      const fs::path& file) {
    if (program != own_settings_name) {
        const auto answer = ask_program(program, {"--check-config", file.native()});
        if (answer.well) return std::nullopt;
        return std::string(trimmed(answer.text));
    }
    const auto read = read_own_settings(file, kept_settings_file(context.home().state));
    if (read) return std::nullopt;
    const Error& error = read.error();
    return error.message + (error.hint.empty() ? "" : ": " + error.hint);
}

FileChecked checked(Context& context, std::string_view program, const fs::path& file) {
    const auto problem = problem_of(context, program, file);
    FileChecked made{.program = api::Word::from(program).value(),
                     .file = api::cut_line(file.native()),
                     .well = !problem};
    if (problem) made.problem = api::cut_line(*problem);
    return made;
}

Result<std::string_view> program_of(const fs::path& file) {
    const auto names = programs_with_settings();
    const std::string stem = file.stem().native();
    const auto found = std::ranges::find(names, stem);
    if (found != names.end()) return *found;
    const auto nearest = nearest_word(stem, names);
    return refuse(ErrorKind::invalid_argument, "file",
                  "no program has settings in a file named " + file.filename().native(),
                  "name it " + std::string(nearest.value_or("paletted")) + ".yaml");
}

SettingShown shown(std::string_view program, const api::ShownSetting& one) {
    return {.program = api::Word::from(program).value(),
            .name = api::Word::from(one.name).value(),
            .value = api::cut_line(one.value),
            .origin = api::cut_line(one.origin)};
}

// The lines of --show-config: name, value and origin with tabs between them.
Result<void> add_settings_of(const api::Daemon& daemon, const fs::path& file, SettingsShown& all) {
    const auto answer = ask_program(daemon.name, {"--show-config", file.native()});
    std::string_view lines = answer.text;
    if (!answer.well)
        return refuse(ErrorKind::invalid_argument, "", std::string(trimmed(lines)),
                      "mend it, and palettectl config check");
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        const auto first = line.find('\t');
        const auto second = line.find('\t', first + 1);
        if (second == std::string_view::npos) continue;
        all.items.push_back(
            shown(daemon.name, {std::string(line.substr(0, first)),
                                std::string(line.substr(first + 1, second - first - 1)),
                                std::string(line.substr(second + 1))}));
    }
    return {};
}

}  // namespace

Result<Exit> ConfigCheck::run(Context& context) const {
    FilesChecked all;
    if (file) {
        const fs::path path = file->text();
        const auto program = program_of(path);
        if (!program) return refuse(program.error());
        if (!fs::exists(path))
            return refuse(ErrorKind::invalid_argument, "file", file->text() + ": no such file");
        all.items.push_back(checked(context, *program, path));
    } else {
        for (const std::string_view program : programs_with_settings())
            all.items.push_back(checked(context, program,
                                        context.home().config / (std::string(program) + ".yaml")));
    }
    print_page(context, all, "");
    return std::ranges::all_of(all.items, &FileChecked::well) ? Exit::done : Exit::no;
}

Result<Exit> ConfigShow::run(Context& context) const {
    SettingsShown all;
    for (const api::ShownSetting& one : context.preferences().shown)
        all.items.push_back(shown(own_settings_name, one));
    for (const api::Daemon* daemon : api::family) {
        const auto file = context.home().config / (std::string(daemon->name) + ".yaml");
        const auto added = add_settings_of(*daemon, file, all);
        if (!added) return refuse(added.error());
    }
    if (origin && context.out().layout() == Layout::people) {
        context.out().write(text_with_origins(all, context.view()));
    } else {
        print_page(context, all, "");
    }
    return Exit::done;
}

}  // namespace palette::cli
