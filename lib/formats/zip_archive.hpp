// A file in a zip archive, and an archive of one file, by libzip, in memory.
//
// An archive is bounded before libzip sees it, and the file in it before it is inflated: a small
// one may well say that it holds gigabytes, or hold them without saying so. Throws when there is no
// memory.
#pragma once

#include "formats/format.hpp"

#include <string>
#include <string_view>

namespace palette::formats {

inline constexpr std::size_t most_archive_bytes = 1024 * 1024;
inline constexpr std::size_t most_archive_entries = 64;
inline constexpr std::size_t most_inflated_bytes = 4 * 1024 * 1024;
inline constexpr std::size_t most_inflated_ratio = 500;  // files of Procreate have less than 100

[[nodiscard]] tl::expected<std::string, FileFault> file_in_archive(std::string_view archive,
                                                                   const std::string& name);

// Stored as it is, with no date, so that it depends on nothing else.
[[nodiscard]] std::string archive_of_file(const std::string& name, std::string_view file);

}  // namespace palette::formats
