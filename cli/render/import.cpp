#include "cli/render/import.hpp"

#include "term/safe_text.hpp"

namespace palette::cli {

constexpr std::array<Column, 4> import_columns{
    {{"created"}, {"skipped"}, {"refused"}, {"would_send"}}};
const Printed printed_import{.shape = &api::shape_of<ImportSummary>, .columns = import_columns};

void append_tsv(Tsv& tsv, const ImportSummary& summary) {
    tsv.line(import_columns, std::to_string(summary.created.number()),
             std::to_string(summary.skipped.number()), std::to_string(summary.refused.number()),
             std::to_string(summary.would_send.number()));
}

std::string text_of(const ImportSummary& summary, const View&) {
    return std::to_string(summary.created.number()) + " created, " +
           std::to_string(summary.skipped.number()) + " there already, " +
           std::to_string(summary.refused.number()) + " refused\n";
}

std::string dry_text_of(const ImportSummary& summary) {
    return std::to_string(summary.would_send.number()) + " would be sent, " +
           std::to_string(summary.refused.number()) + " refused\n";
}

std::string problem_line(const ImportProblem& problem) {
    std::string place = term::safe_line(problem.file.text());
    if (problem.line) place += ":" + std::to_string(problem.line->number());
    if (problem.byte) place += ": byte " + std::to_string(problem.byte->number());
    return place + ": " + term::safe_line(problem.message.text());
}

}  // namespace palette::cli
