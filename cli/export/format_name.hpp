// The name of a format that files are written in.
#pragma once

#include "api/leaves.hpp"
#include "formats/format.hpp"

namespace palette::cli {

inline constexpr api::TextRule format_name_rule{"Format", formats::written_formats,   "css", 1,
                                                32,       api::letters::visible_ascii};
using FormatName = api::Text<format_name_rule>;

// Refuses (invalid_argument) a name of none, with the nearest; `option` is where it was given.
[[nodiscard]] Result<const formats::Format*> format_named(const FormatName& name,
                                                          std::string_view option);

}  // namespace palette::cli
