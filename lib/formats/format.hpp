// The formats of palette files: one row for each, one file for each beside this one.
//
// A format is recognized by the content of a file and reads the whole of it, as one palette; it
// writes a palette as bytes that depend on the palette alone. All of it is pure, total, and bounded
// by the length of the file and by what palettes may have. What is no valid file of the format is
// refused by its line or offset. (Files of many palettes are JSON: json.hpp and reader.hpp.)
#pragma once

#include "api/palette.hpp"
#include "formats/record.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace palette::formats {

// Why a file is none of its format.
struct FileFault {
    Where where{};
    std::string message{};
};
using FileRead = tl::expected<Record, FileFault>;

[[nodiscard]] inline tl::unexpected<FileFault> fault(Where where, std::string message) {
    return tl::unexpected(FileFault{where, std::move(message)});
}
[[nodiscard]] tl::unexpected<FileFault> too_many_colors(Where where);
[[nodiscard]] tl::unexpected<FileFault> no_colors(Where where);

// Text is UTF-8, which is looked at before the format is, without a byte order mark.
enum class Content : std::uint8_t { text, bytes };

struct Format {
    std::string_view name;     // "gpl"
    std::string_view summary;  // "GIMP palette"
    // Endings of names of such files, with blanks between; the first is what we would write. Empty:
    // its name alone.
    std::string_view suffixes{};
    Content content = Content::text;
    // Whether `file`, the whole of it, may be of it. Null for what is read elsewhere.
    bool (*recognizes)(std::string_view file) = nullptr;
    FileRead (*read)(std::string_view file) = nullptr;
    // Of at most most_colors; null where files are read only.
    std::string (*write)(const Record& record) = nullptr;
    std::size_t most_colors = api::Colors::most;
    // With all that the registry knows of it; null: its record is all there is to write.
    std::string (*write_published)(const api::Palette& palette) = nullptr;
};

// In the order in which they are tried: a later one recognizes more.
[[nodiscard]] std::span<const Format> all_formats();
[[nodiscard]] const Format* format_named(std::string_view name);
// By the ending of a file's name, "gpl" of sea.gpl, in any case; null when it is that of none.
[[nodiscard]] const Format* format_of_suffix(std::string_view suffix);

// Whether files with that ending are palettes whatever is in them, in any case: a gpl is meant to
// be one, a json or a png need not be.
[[nodiscard]] bool is_of_palettes_alone(std::string_view suffix);

// The first of that content that recognizes it; null when none does.
[[nodiscard]] const Format* format_of(std::string_view file, Content content);

// The file. Refuses (invalid_argument) what the format cannot hold.
[[nodiscard]] Result<std::string> file_of(const Format& format, const Record& record);
[[nodiscard]] Result<std::string> file_of(const Format& format, const api::Palette& palette);

// Those that are written, as help lists them: "json, jsonl, gpl".
inline constexpr std::string_view written_formats =
    "json, jsonl, ase, riff, png, procreate, aco, act, sketch, pal, txt, svg, gpl, "
    "hex, csv, coolors, dtcg, iterm, base16, tailwind, scss, less, css, alacritty, kitty, "
    "xresources";

// Each of a file of its name, json and jsonl of json_out.cpp.
extern const Format json_format;
extern const Format jsonl_format;
extern const Format ase_format;
extern const Format riff_format;
extern const Format aco_format;
extern const Format act_format;
extern const Format png_format;
extern const Format procreate_format;
extern const Format sketch_format;
extern const Format pal_format;
extern const Format txt_format;
extern const Format svg_format;
extern const Format soc_format;
extern const Format scribus_format;
extern const Format skp_format;
extern const Format gpl_format;
extern const Format hex_format;
extern const Format csv_format;
extern const Format coolors_format;
extern const Format dtcg_format;
extern const Format iterm_format;
extern const Format tailwind_format;
extern const Format scss_format;
extern const Format less_format;
extern const Format css_format;
extern const Format stylus_format;
extern const Format alacritty_format;
extern const Format base16_format;
extern const Format kitty_format;
extern const Format xresources_format;

}  // namespace palette::formats
