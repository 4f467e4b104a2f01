// The files that an import reads.
#pragma once

#include "base/result.hpp"
#include "cli/command_line/values.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palette::cli {

struct ImportFile {
    // "-" is stdin; an address that spells a palette is its own content.
    std::filesystem::path path;
    std::uintmax_t bytes = 0;   // 0 when nobody knows
    bool is_of_folder = false;  // nobody has named it

    [[nodiscard]] bool is_stdin() const { return path == "-"; }
    [[nodiscard]] bool is_address() const;
    // "gpl" of sea.gpl; empty when it has none.
    [[nodiscard]] std::string suffix() const;
    // Nobody has named it, nor does its ending say that it is meant to be palettes.
    [[nodiscard]] bool may_be_something_else() const;
};

// A larger file is refused.
inline constexpr std::uintmax_t most_file_bytes = 256ULL * 1024 * 1024;
// Files that one import reads.
inline constexpr std::size_t most_files = 10'000;

// The file of that name, or stdin; or https://coolors.co/0b3954-bfd7ea and the like, which is read
// without asking anybody; other addresses are refused. A folder stands for the files in it whose
// ending is that of a format, sorted. Refuses (invalid_argument) what is not there or cannot be
// read as a file, and more than most_files.
[[nodiscard]] Result<std::vector<ImportFile>> files_at(const std::filesystem::path& path);
// The same of several.
[[nodiscard]] Result<std::vector<ImportFile>> files_of(std::span<const Path> paths);

// The palettes that come with palettectl, in ../share/palettectl beside its program.
[[nodiscard]] Result<ImportFile> starter_file();

enum class GoOn : std::uint8_t { yes, no };

// Gives the file's bytes piece by piece, as long as they are wanted. Refuses when it cannot be
// read, or is too long.
[[nodiscard]] Result<void> read_pieces(const ImportFile& file,
                                       const std::function<GoOn(std::string_view piece)>& take);

}  // namespace palette::cli
