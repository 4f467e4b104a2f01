#include "cli/import/import_files.hpp"

#include "base/fd.hpp"
#include "formats/format.hpp"
#include "term/safe_text.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace palette::cli {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> unusable(const fs::path& path, std::string why, std::string hint = {}) {
    // Names of files need not be UTF-8; messages are.
    return refuse(ErrorKind::invalid_argument, "path",
                  term::safe_line(path.native()) + ": " + std::move(why), std::move(hint));
}

tl::unexpected<Error> too_many_files(const fs::path& path) {
    return unusable(path, "more than " + std::to_string(most_files) + " files");
}

bool holds_palettes(const fs::path& path) {
    const std::string suffix = path.extension().native();
    return !suffix.empty() && formats::format_of_suffix(suffix.substr(1)) != nullptr;
}

Result<ImportFile> file_at(const fs::path& path) {
    const ImportFile named{.path = path};
    if (named.is_stdin()) return named;
    if (named.is_address()) {
        if (formats::coolors_format.recognizes(path.native())) return named;
        return unusable(path, "addresses are not fetched", "curl -L ADDRESS | palettectl import -");
    }
    std::error_code fault;
    const auto status = fs::status(path, fault);
    if (!fs::exists(status)) {
        const bool is_missing = status.type() == fs::file_type::not_found;
        return unusable(path, is_missing ? "no such file or folder" : fault.message());
    }
    // A pipe or a device has no size.
    const auto bytes = fs::is_regular_file(status) ? fs::file_size(path, fault) : 0;
    if (!fault && bytes > most_file_bytes) {
        return unusable(path, "larger than " + std::to_string(most_file_bytes / 1024 / 1024) +
                                  " MiB, split it");
    }
    return ImportFile{.path = path, .bytes = fault ? 0 : bytes};
}

Result<std::vector<ImportFile>> files_in(const fs::path& folder) {
    std::vector<fs::path> paths;
    std::error_code fault;
    for (const auto& entry : fs::directory_iterator(folder, fault)) {
        // A link to nowhere, such as an editor's lock, is no file.
        std::error_code no_file;
        if (holds_palettes(entry.path()) && entry.is_regular_file(no_file))
            paths.push_back(entry.path());
    }
    if (fault) return unusable(folder, fault.message());
    if (paths.empty()) return unusable(folder, "no file with the suffix of a format in it");
    if (paths.size() > most_files) return too_many_files(folder);
    std::ranges::sort(paths);
    std::vector<ImportFile> files;
    for (const fs::path& path : paths) {
        auto file = file_at(path);
        if (!file) return refuse(std::move(file.error()));
        file->is_of_folder = true;
        files.push_back(*std::move(file));
    }
    return files;
}

}  // namespace

bool ImportFile::may_be_something_else() const {
    return is_of_folder && !formats::is_of_palettes_alone(suffix());
}

bool ImportFile::is_address() const {
    return path.native().starts_with("http://") || path.native().starts_with("https://");
}

std::string ImportFile::suffix() const {
    const std::string ending = path.extension().native();
    return ending.empty() ? ending : ending.substr(1);
}

Result<std::vector<ImportFile>> files_at(const fs::path& path) {
    std::error_code fault;  // told by file_at
    if (fs::is_directory(path, fault)) return files_in(path);
    return file_at(path).map([](ImportFile file) { return std::vector{std::move(file)}; });
}

Result<std::vector<ImportFile>> files_of(std::span<const Path> paths) {
    std::vector<ImportFile> files;
    for (const Path& path : paths) {
        auto more = files_at(path.text());
        if (!more) return refuse(std::move(more.error()));
        if (files.size() + more->size() > most_files) return too_many_files(path.text());
        files.insert(files.end(), more->begin(), more->end());
    }
    return files;
}

Result<ImportFile> starter_file() {
    const fs::path program = fs::read_symlink("/proc/self/exe");
    return file_at(
        (program.parent_path() / "../share/palettectl/starter/palettes.jsonl").lexically_normal());
}

Result<void> read_pieces(const ImportFile& file,
                         const std::function<GoOn(std::string_view piece)>& take) {
    if (file.is_address()) {
        static_cast<void>(take(file.path.native()));
        return {};
    }
    Fd opened;
    if (!file.is_stdin()) {
        opened.reset(::open(file.path.c_str(), O_RDONLY | O_CLOEXEC));
        if (!opened) return unusable(file.path, std::strerror(errno));
    }
    const int fd = file.is_stdin() ? STDIN_FILENO : opened.get();
    std::array<char, 64 * 1024> piece{};
    std::uintmax_t bytes = 0;
    while (true) {
        const ssize_t got = ::read(fd, piece.data(), piece.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return unusable(file.path, std::strerror(errno));
        if (got == 0) return {};
        bytes += static_cast<std::uintmax_t>(got);
        if (bytes > most_file_bytes) return unusable(file.path, "it does not end");
        if (take({piece.data(), static_cast<std::size_t>(got)}) == GoOn::no) return {};
    }
}

}  // namespace palette::cli
