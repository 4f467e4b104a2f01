// The kin of a palette.
#pragma once

#include "api/lineage.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

void append_tsv(Tsv& tsv, const api::Lineage& lineage);
extern const Printed printed_lineage;
[[nodiscard]] std::string text_of(const api::Lineage& lineage, const View& view);

}  // namespace palette::cli
