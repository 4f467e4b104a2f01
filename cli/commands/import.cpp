#include "cli/commands/import.hpp"

#include "cli/import/importer.hpp"
#include "cli/render/print.hpp"

#include <vector>

namespace palette::cli {

namespace {

Result<std::vector<ImportFile>> files_asked_for(const Import& asked) {
    const std::vector<Path> paths(asked.path.begin(), asked.path.end());
    auto files = files_of(paths);
    if (!files || !asked.starter) return files;
    auto starter = starter_file();
    if (!starter) return refuse(std::move(starter.error()));
    files->push_back(*std::move(starter));
    return files;
}

// What an import needs, in the order in which it is missed: files, a session, the daemons.
Result<rpc::Client*> client_for(Context& context, Importer::Sending sending) {
    if (sending == Importer::Sending::nothing) return nullptr;
    const auto options = context.options_for(api::ImportPalette::method);
    if (!options) return refuse(options.error());
    return context.client();
}

// Where problems are not part of what is printed, they are said.
void tell_problems(const Context& context, const ImportSummary& summary) {
    if (context.tells_json()) return;
    for (const ImportProblem& problem : summary.problems)
        static_cast<void>(std::fprintf(stderr, "palettectl: %s\n", problem_line(problem).c_str()));
    const auto more = summary.refused.value() - summary.problems.size();
    if (more > 0) {
        static_cast<void>(std::fprintf(stderr, "palettectl: and %ju more\n", std::uintmax_t{more}));
    }
}

Error cut_short(Error error, const ImportSummary& summary) {
    error.message += "; " + std::to_string(summary.created.number()) +
                     " palettes were created before, run it again for the rest";
    // Its hint is about the key of one palette, which an import does not take.
    if (error.kind == ErrorKind::outcome_unknown) error.hint = "what is there already is skipped";
    return error;
}

}  // namespace

Result<Exit> Import::run(Context& context) const {
    if (path.empty() && !starter) {
        return refuse(ErrorKind::invalid_argument, "path", "nothing to import",
                      "name files or folders, - for stdin, or --starter");
    }
    if (context.options().key) {
        return refuse(ErrorKind::invalid_argument, "key", "--key: an import is many writes",
                      "leave it out: what is there already is skipped anyway");
    }
    const auto files = files_asked_for(*this);
    if (!files) return refuse(files.error());
    const auto sending = dry_run ? Importer::Sending::nothing : Importer::Sending::everything;
    const auto client = client_for(context, sending);
    if (!client) return refuse(client.error());
    Importer importer(context, *client, sending, tag);
    const auto imported = importer.import(*files);
    const ImportSummary summary = importer.summary();
    tell_problems(context, summary);
    if (!imported) return refuse(cut_short(imported.error(), summary));
    if (dry_run) context.note("a dry run: nothing was sent");
    if (dry_run && context.out().layout() == Layout::people) {
        context.out().write(dry_text_of(summary));
    } else {
        confirm(context, summary);
    }
    return summary.refused.value() == 0 ? Exit::done : Exit::no;
}

}  // namespace palette::cli
