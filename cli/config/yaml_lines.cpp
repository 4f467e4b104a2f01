#include "cli/config/yaml_lines.hpp"

#include "base/files.hpp"
#include "base/trim.hpp"
#include "cli/config/ask_program.hpp"

#include <sys/stat.h>

#include <optional>
#include <system_error>

namespace palette::cli {

namespace {

constexpr std::string_view yaml_program = "palette-yaml";

std::string text_of(const timespec& time) {
    return std::to_string(time.tv_sec) + "." + std::to_string(time.tv_nsec);
}

// A line that another content of the file would not have; none when there is no file.
std::optional<std::string> stamp_of(const std::filesystem::path& file) {
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0) return std::nullopt;
    return file.native() + " " + std::to_string(about.st_ino) + " " +
           std::to_string(about.st_size) + " " + text_of(about.st_mtim) + " " +
           text_of(about.st_ctim) + "\n";
}

std::optional<std::string> kept_lines(const std::filesystem::path& kept, const std::string& stamp) {
    try {
        auto text = read_small_file(kept, most_answer_bytes);
        if (!text || !text->starts_with(stamp)) return std::nullopt;
        return text->substr(stamp.size());
    } catch (const std::system_error&) {
        return std::nullopt;  // it is made again
    }
}

void keep(const std::filesystem::path& kept, const std::string& text) {
    std::error_code none;
    if (!std::filesystem::is_directory(kept.parent_path(), none)) return;
    try {
        replace_file(kept, text);
    } catch (const std::system_error&) {
        return;  // the next command asks again
    }
}

}  // namespace

Result<std::string> yaml_lines(const std::filesystem::path& file,
                               const std::filesystem::path& kept) {
    const auto stamp = stamp_of(file);
    if (!stamp) return std::string();
    if (auto lines = kept_lines(kept, *stamp)) return *std::move(lines);
    const ProgramAnswer answer = ask_program(yaml_program, {file.native()});
    if (!answer.well) {
        return refuse(ErrorKind::invalid_argument, "", std::string(trimmed(answer.text)),
                      "mend it; palettectl config check says whether it is well");
    }
    keep(kept, *stamp + answer.text);
    return answer.text;
}

}  // namespace palette::cli
