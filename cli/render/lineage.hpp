// The kin of a palette.
#pragma once

#include "api/lineage.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

// Of each palette, the first ancestor first and the forks last: ancestor, self or fork; ref; title;
// created_at; forked_from
void append_tsv(Tsv& tsv, const api::Lineage& lineage);
[[nodiscard]] std::string text_of(const api::Lineage& lineage, const View& view);

}  // namespace palette::cli
