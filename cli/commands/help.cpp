#include "cli/commands/help.hpp"

#include "cli/command_line/dispatch.hpp"
#include "cli/command_line/help.hpp"
#include "cli/commands/all.hpp"
#include "cli/render/print.hpp"

#include <algorithm>
#include <array>

namespace palette::cli {

namespace {

struct VersionAnswer {
    api::Word name;
    api::Word version;

    static constexpr std::string_view name_of_shape = "Version";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&VersionAnswer::name>("The program"),
            field<&VersionAnswer::version>("Its version"),
        };
    }
};

constexpr std::array<Column, 2> version_columns{{{"name"}, {"version"}}};

void append_tsv(Tsv& tsv, const VersionAnswer& answer) {
    tsv.line(version_columns, answer.name.text(), answer.version.text());
}

std::string text_of(const VersionAnswer& answer, const View&) {
    return answer.name.text() + " " + answer.version.text() + "\n";
}

bool is_noun(const std::string& word) {
    return std::ranges::any_of(commands(), [&](const CommandRow* row) {
        return row->facts->path.starts_with(word + " ");
    });
}

Result<std::string> help_about(const Help& asked, const View& view) {
    std::string path;
    for (const HelpTopic& word : asked.topic)
        path += (path.empty() ? "" : " ") + word.text();
    if (path.empty()) return overview({}, view);
    if (path == exit_codes_topic) return exit_codes_help(view);
    if (const CommandRow* row = command_at(path)) return help_of(*row, view);
    if (is_noun(path)) return overview(path, view);
    return refuse(no_command(path, {}, std::array{exit_codes_topic}));
}

}  // namespace

const Printed printed_version{.shape = &api::shape_of<VersionAnswer>, .columns = version_columns};

std::optional<std::string> Help::explain(std::span<const Given> given, const View& view) {
    const auto asked = read_command<Help>(given);
    if (!asked || asked->topic.empty()) return std::nullopt;
    const auto text = help_about(*asked, view);
    return text ? std::optional(*text) : std::nullopt;
}

Result<Exit> Help::run(Context& context) const {
    const auto text = help_about(*this, context.view());
    if (!text) return refuse(text.error());
    context.out().write(*text);
    return Exit::done;
}

Result<Exit> Version::run(Context& context) const {
    print(context, VersionAnswer{.name{"palettectl"}, .version{PALETTE_VERSION}});
    return Exit::done;
}

Result<Exit> Begin::run(Context& context) const {
    context.out().write(first_help(context.view()));
    return Exit::done;
}

}  // namespace palette::cli
