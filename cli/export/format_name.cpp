#include "cli/export/format_name.hpp"

#include "base/nearest_word.hpp"

namespace palette::cli {

Result<const formats::Format*> format_named(const FormatName& name, std::string_view option) {
    const auto* format = formats::format_named(name.text());
    if (format != nullptr && format->write != nullptr) return format;
    const auto nearest = nearest_word(name.text(), formats::all_formats(), &formats::Format::name);
    return refuse(ErrorKind::invalid_argument, std::string(option),
                  "--" + std::string(option) + ": expected " +
                      std::string(format_name_rule.meaning) + ", got " + name.text(),
                  nearest ? "did you mean " + std::string(*nearest) + "?" : std::string());
}

}  // namespace palette::cli
