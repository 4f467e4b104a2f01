#include "cli/commands/export.hpp"

#include "cli/context.hpp"
#include "cli/export/output_file.hpp"
#include "formats/losses.hpp"

namespace palette::cli {

namespace {

// Elsewhere --as names a session, so that somebody may well name one here.
Result<const formats::Format*> format_of(const FormatName& name, Context& context) {
    auto format = format_named(name, "as");
    const auto user = api::Username::from(name.text());
    if (!format && user && context.sessions().find(*user)) {
        format.error().hint = "to export as " + name.text() + ": " + std::string(as_variable) +
                              "=" + name.text() + " palettectl export";
    }
    return format;
}

}  // namespace

Result<Exit> Export::run(Context& context) const {
    const auto format = format_of(as, context);
    if (!format) return refuse(format.error());
    const auto palette = context.call(api::GetPalette{.ref = ref});
    if (!palette) return refuse(palette.error());
    const auto file = formats::file_of(**format, *palette);
    if (!file) return refuse(file.error());
    for (const std::string& loss : formats::losses(**format, formats::record_of(*palette), *file))
        context.note(loss);
    if (!output) {
        context.out().write(*file);
        return Exit::done;
    }
    const auto written = write_output(*output, *file);
    if (!written) return refuse(written.error());
    return Exit::done;
}

}  // namespace palette::cli
