#include "cli/commands/export.hpp"

#include "base/fd.hpp"
#include "base/nearest_word.hpp"
#include "cli/context.hpp"
#include "formats/format.hpp"
#include "term/safe_text.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace palette::cli {

namespace {

// What the umask leaves of it.
constexpr mode_t file_mode = 0666;

// Elsewhere --as names a session, so that somebody may well name one here.
std::string hint_for(const FormatName& name, Context& context) {
    const auto user = api::Username::from(name.text());
    if (user && context.sessions().find(*user)) {
        return "to export as " + name.text() + ": " + std::string(as_variable) + "=" + name.text() +
               " palettectl export";
    }
    const auto nearest = nearest_word(name.text(), formats::all_formats(), &formats::Format::name);
    return nearest ? "did you mean " + std::string(*nearest) + "?" : std::string();
}

Result<const formats::Format*> format_of(const FormatName& name, Context& context) {
    if (const auto* format = formats::format_named(name.text())) return format;
    return refuse(
        ErrorKind::invalid_argument, "as",
        "--as: expected " + std::string(format_name_rule.meaning) + ", got " + name.text(),
        hint_for(name, context));
}

tl::unexpected<Error> unwritable(const std::string& path) {
    return refuse(ErrorKind::invalid_argument, "output",
                  "--output: " + term::safe_line(path) + ": " + std::strerror(errno));
}

// Written in place, as a shell's > does it: it may be a device or a link.
Result<void> write_file(const std::string& path, std::string_view bytes) {
    const Fd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, file_mode));
    if (!file) return unwritable(path);
    while (!bytes.empty()) {
        const ssize_t put = ::write(file.get(), bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return unwritable(path);
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return {};
}

}  // namespace

Result<Exit> Export::run(Context& context) const {
    const auto format = format_of(as, context);
    if (!format) return refuse(format.error());
    const auto palette = context.call(api::GetPalette{.ref = ref});
    if (!palette) return refuse(palette.error());
    const auto file = formats::file_of(**format, *palette);
    if (!file) return refuse(file.error());
    if (!output) {
        context.out().write(*file);
        return Exit::done;
    }
    const auto written = write_file(output->text(), *file);
    if (!written) return refuse(written.error());
    return Exit::done;
}

}  // namespace palette::cli
