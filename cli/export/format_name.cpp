#include "cli/export/format_name.hpp"

#include "base/nearest_word.hpp"

namespace palette::cli {

Result<const formats::Format*> format_named(const FormatName& name, std::string_view option) {
    const auto* format = formats::format_named(name.text());
    if (format != nullptr && format->write != nullptr) return format;
    return refuse(
        ErrorKind::invalid_argument, std::string(option),
        "--" + std::string(option) + ": expected " + std::string(format_name_rule.meaning) +
            ", got " + name.text(),
        did_you_mean(nearest_word(name.text(), formats::all_formats(), &formats::Format::name)));
}

}  // namespace palette::cli
