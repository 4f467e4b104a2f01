// The events that tell the family of palettes. `forked_from` is null in them: whether an origin may
// be named depends on who asks.
#pragma once

#include "api/event.hpp"
#include "palettes/tables.hpp"

#include <string_view>

namespace palette::palettes {

// New, or in a snapshot. `json` is the present revision, which is `revision`.
[[nodiscard]] api::NewEvent created_event(const PaletteFacts& facts, std::string_view json,
                                          api::Revision revision, Timestamp at);

// What was public and is private now is blanked in earlier events.
[[nodiscard]] api::NewEvent updated_event(const PaletteFacts& before, const PaletteFacts& after,
                                          std::string_view json, api::Revision revision,
                                          Timestamp at);

// `revision` is the last that there was.
[[nodiscard]] api::NewEvent deleted_event(const PaletteFacts& facts, api::Revision revision,
                                          Timestamp at);

}  // namespace palette::palettes
