// Events as they come.
#pragma once

#include "api/event.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

void append_tsv(Tsv& tsv, const api::Event& event);
extern const Printed printed_event;
// One line: the time (with the date if it was another day), what happened, to what.
[[nodiscard]] std::string text_of(const api::Event& event, const View& view);

}  // namespace palette::cli
