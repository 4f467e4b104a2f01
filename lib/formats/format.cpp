#include "formats/format.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>
#include <ranges>

namespace palette::formats {

namespace {

bool has_suffix(const Format& format, std::string_view suffix) {
    if (format.suffixes.empty()) return suffix == format.name;
    return std::ranges::any_of(std::views::split(format.suffixes, ' '), [&](const auto& one) {
        return std::string_view(one.begin(), one.end()) == suffix;
    });
}

}  // namespace

tl::unexpected<FileFault> too_many_colors(Where where) {
    return fault(where, "more than " + std::to_string(api::Colors::most) + " colors");
}

tl::unexpected<FileFault> no_colors(Where where) {
    if (where.unit == Where::Unit::line) where.number = std::max<std::size_t>(where.number, 1);
    return fault(where, "there are no colors in it");
}

std::span<const Format> all_formats() {
    static const std::array all{
        json_format,      jsonl_format,  ase_format,       riff_format,    png_format,
        procreate_format, aco_format,    act_format,       sketch_format,  pal_format,
        txt_format,       svg_format,    soc_format,       scribus_format, skp_format,
        gpl_format,       hex_format,    csv_format,       coolors_format, dtcg_format,
        iterm_format,     base16_format, tailwind_format,  scss_format,    less_format,
        css_format,       stylus_format, alacritty_format, kitty_format,   xresources_format};
    return all;
}

const Format* format_named(std::string_view name) {
    const auto format = std::ranges::find(all_formats(), name, &Format::name);
    return format == all_formats().end() ? nullptr : &*format;
}

const Format* format_of_suffix(std::string_view suffix) {
    const std::string lower = to_lower(suffix);
    const auto format = std::ranges::find_if(
        all_formats(), [&](const Format& one) { return has_suffix(one, lower); });
    return format == all_formats().end() ? nullptr : &*format;
}

bool is_of_palettes_alone(std::string_view suffix) {
    constexpr std::array<std::string_view, 16> endings{
        "gpl", "hex",  "ase",    "aco",           "act",      "pal",   "riff",        "soc",
        "skp", "dtcg", "tokens", "sketchpalette", "swatches", "jsonl", "itermcolors", "kitty"};
    return std::ranges::count(endings, to_lower(suffix)) > 0;
}

const Format* format_of(std::string_view file, Content content) {
    const auto format = std::ranges::find_if(all_formats(), [&](const Format& one) {
        return one.content == content && one.recognizes != nullptr && one.recognizes(file);
    });
    return format == all_formats().end() ? nullptr : &*format;
}

Result<std::string> file_of(const Format& format, const Record& record) {
    const std::string name(format.name);
    if (format.write == nullptr) {
        return refuse(ErrorKind::invalid_argument, "format", name + " files are only read",
                      "written are " + std::string(written_formats));
    }
    if (record.colors.size() > format.most_colors) {
        return refuse(ErrorKind::invalid_argument, "format",
                      "a file of " + name + " holds at most " + std::to_string(format.most_colors) +
                          " colors, and the palette has " + std::to_string(record.colors.size()));
    }
    return format.write(record);
}

Result<std::string> file_of(const Format& format, const api::Palette& palette) {
    if (format.write_published != nullptr) return format.write_published(palette);
    return file_of(format, record_of(palette));
}

}  // namespace palette::formats
