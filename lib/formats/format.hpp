// The formats of palette files: one row for each, one file for each beside this one.
//
// A format is recognized by what stands at the beginning of a file and reads the whole of it, as
// one palette; it writes a palette as bytes that depend on the palette alone. Both are pure. What
// is no valid file of the format is refused by its line. (Files of many palettes are JSON: json.hpp
// and reader.hpp.)
#pragma once

#include "api/palette.hpp"
#include "formats/record.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace palette::formats {

// Why a file is none of its format.
struct FileFault {
    std::size_t line = 1;
    std::string message{};
};
using FileRead = tl::expected<Record, FileFault>;

[[nodiscard]] inline tl::unexpected<FileFault> too_many_colors(std::size_t line) {
    return tl::unexpected(
        FileFault{line, "more than " + std::to_string(api::Colors::most) + " colors"});
}
[[nodiscard]] inline tl::unexpected<FileFault> no_colors(std::size_t line) {
    return tl::unexpected(FileFault{std::max<std::size_t>(line, 1), "there are no colors in it"});
}

struct Format {
    std::string_view name;     // "gpl"
    std::string_view summary;  // "GIMP palette"
    // Whether a file may be of it: `text` is the whole file, without a byte order mark. Null for
    // what is read elsewhere.
    bool (*recognizes)(std::string_view text);
    FileRead (*read)(std::string_view text);
    std::string (*write)(const api::Palette& palette);
};

// In the order in which they are tried: a later one recognizes more.
[[nodiscard]] std::span<const Format> all_formats();
[[nodiscard]] const Format* format_named(std::string_view name);

// The first that recognizes it; null when none does.
[[nodiscard]] const Format* format_of(std::string_view text);

// Of gpl.cpp, hex.cpp, csv.cpp, css.cpp, json_out.cpp.
extern const Format gpl_format;
extern const Format hex_format;
extern const Format csv_format;
extern const Format css_format;
extern const Format json_format;
extern const Format jsonl_format;

}  // namespace palette::formats
