#include "cli/input/cursor_file.hpp"

#include "base/files.hpp"
#include "base/trim.hpp"
#include "base/whole_number.hpp"

namespace palette::cli {

namespace {

constexpr std::size_t most_file_bytes = 256;

// "1234 0123456789abcdef0123456789abcdef", or the number alone.
std::optional<WatchedPlace> place_in(std::string_view line) {
    const auto blank = line.find(' ');
    const auto number = whole_number<std::int64_t>(std::string(line.substr(0, blank)));
    const auto after = number ? api::Offset::from(*number) : std::nullopt;
    if (!after) return std::nullopt;
    if (blank == std::string_view::npos) return WatchedPlace{*after};
    const auto log = api::Incarnation::from(line.substr(blank + 1));
    if (!log) return std::nullopt;
    return WatchedPlace{*after, *log};
}

}  // namespace

Result<std::optional<WatchedPlace>> read_cursor_file(const std::filesystem::path& path) {
    const auto text = read_small_file(path, most_file_bytes);
    if (!text) return std::nullopt;
    const auto place = place_in(trimmed(*text));
    if (place) return place;
    return refuse(ErrorKind::invalid_argument, "cursor-file",
                  "--cursor-file: " + path.string() + " was not written by palettectl watch",
                  "name another file, or remove this one");
}

void write_cursor_file(const std::filesystem::path& path, const WatchedPlace& place) {
    std::string line = std::to_string(place.after.number());
    if (place.log) line += " " + place.log->text();
    replace_file(std::filesystem::absolute(path), line + "\n");
}

}  // namespace palette::cli
