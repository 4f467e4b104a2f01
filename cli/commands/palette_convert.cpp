#include "cli/commands/palette_convert.hpp"

#include "cli/context.hpp"
#include "cli/export/output_file.hpp"
#include "formats/losses.hpp"
#include "term/safe_text.hpp"

#include <filesystem>

namespace palette::cli {

namespace {

Result<const formats::Format*> format_for(const PaletteConvert& asked) {
    if (asked.to) return format_named(*asked.to, "to");
    const std::string ending = std::filesystem::path(asked.out.text()).extension().native();
    const auto* format = ending.empty() ? nullptr : formats::format_of_suffix(ending.substr(1));
    if (format != nullptr && format->write != nullptr) return format;
    return refuse(ErrorKind::invalid_argument, "out",
                  term::safe_line(asked.out.text()) + ": its name ends in that of no format",
                  "--to FORMAT, one of " + std::string(formats::written_formats));
}

// Named by its file, as an import does it.
std::string untitled(const PaletteConvert& asked) {
    const std::string& named = asked.in.text() == "-" ? asked.out.text() : asked.in.text();
    return named == "-" ? "Untitled"
                        : term::safe_line(std::filesystem::path(named).stem().native());
}

}  // namespace

Result<Exit> PaletteConvert::run(Context& context) const {
    const auto format = format_for(*this);
    if (!format) return refuse(format.error());
    auto record = one_record(context, in, {.number = palette});
    if (!record) return refuse(record.error());
    if (record->title.empty()) record->title = untitled(*this);
    const auto file = formats::file_of(**format, *record);
    if (!file) return refuse(file.error());
    for (const std::string& loss : formats::losses(**format, *record, *file))
        context.note(loss);
    if (out.text() == "-") {
        context.out().write(*file);
        return Exit::done;
    }
    const auto written = write_output(out, *file);
    if (!written) return refuse(written.error());
    return Exit::done;
}

}  // namespace palette::cli
