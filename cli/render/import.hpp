// What an import has done.
#pragma once

#include "api/names.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

struct ImportProblem {
    api::Line file;
    api::Line message;
    std::optional<api::Count> line{};
    std::optional<api::Count> byte{};

    static constexpr std::string_view name_of_shape = "ImportProblem";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ImportProblem::file>("Where it is; - is stdin"),
            field<&ImportProblem::message>("What is wrong"),
            field<&ImportProblem::line>("The line; null in files that are not read by lines"),
            field<&ImportProblem::byte>("The offset, from 0; null in files of text"),
        };
    }
};

// What was read otherwise than it stands in the file.
struct ImportRemark {
    api::Line file;
    api::Line message;

    static constexpr std::string_view name_of_shape = "ImportRemark";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ImportRemark::file>("Where it is; - is stdin"),
            field<&ImportRemark::message>("What was done to it"),
        };
    }
};

// More are counted and not listed.
inline constexpr std::size_t most_problems = 1'000;

struct ImportSummary {
    api::Count created = 0;
    api::Count skipped = 0;
    api::Count refused = 0;
    api::List<ImportProblem, 0, most_problems> problems{};
    api::Count would_send = 0;
    api::List<ImportRemark, 0, most_problems> remarks{};

    static constexpr std::string_view name_of_shape = "ImportSummary";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ImportSummary::created>("Palettes that are new"),
            field<&ImportSummary::skipped>("Palettes that were there already"),
            field<&ImportSummary::refused>("Records that are no palette"),
            field<&ImportSummary::problems>("Why, for each of the first thousand"),
            field<&ImportSummary::would_send>("In a dry run: palettes that were read and not sent"),
            field<&ImportSummary::remarks>("What was converted, of the first thousand"),
        };
    }
};

void append_tsv(Tsv& tsv, const ImportSummary& summary);
extern const Printed printed_import;
[[nodiscard]] std::string text_of(const ImportSummary& summary, const View& view);
// The same of a dry run.
[[nodiscard]] std::string dry_text_of(const ImportSummary& summary);

// "palettes.jsonl:12: this is not JSON"
[[nodiscard]] std::string problem_line(const ImportProblem& problem);

}  // namespace palette::cli
