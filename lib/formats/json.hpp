// Palettes in JSON: an object, an array of them, {"items":[...]} as palettectl prints lists, or
// bare arrays of colors.
//
// An object has `colors`, each a notation (color/parse.hpp) or {"hex","name","role"}, and may have
// `title` or `name`, `description`, `author`, `tags`, `source`, `url`, `license`, `rank`,
// `color_names` (one a color), `visibility`, and `credit` as palettes of ours have it. What else
// there is, is passed over. An object without such colors may have names and colors in it, one in
// another (nested_json.hpp).
#pragma once

#include "api/reader.hpp"
#include "formats/record.hpp"

#include <string_view>

namespace palette::formats {

// A whole document is held in memory while it is read, with some 16 bytes for each of its own, so
// that the largest takes 200 MiB.
inline constexpr std::size_t most_json_bytes = 12 * 1024 * 1024;
// Records in one document.
inline constexpr std::size_t most_json_items = 1'000'000;

// One palette: an object, or an array of colors. `document` is only used, so that it can be kept
// from record to record.
[[nodiscard]] Result<Record> read_record(api::Document& document, std::string_view json);

// A whole document. Refuses what is no JSON, or has nothing that could be a palette.
[[nodiscard]] Result<void> read_json_file(std::string_view json, const TakeRecord& take);

}  // namespace palette::formats
