#include "formats/format.hpp"

#include <algorithm>
#include <array>

namespace palette::formats {

std::span<const Format> all_formats() {
    static const std::array all{json_format, jsonl_format, gpl_format,
                                hex_format,  csv_format,   css_format};
    return all;
}

const Format* format_named(std::string_view name) {
    const auto format = std::ranges::find(all_formats(), name, &Format::name);
    return format == all_formats().end() ? nullptr : &*format;
}

const Format* format_of(std::string_view text) {
    const auto format = std::ranges::find_if(all_formats(), [&](const Format& one) {
        return one.recognizes != nullptr && one.recognizes(text);
    });
    return format == all_formats().end() ? nullptr : &*format;
}

}  // namespace palette::formats
