// Small files, read whole and replaced whole. Any thread.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace palette {

// Creates the folder and those above it; the ones it creates have mode 0700.
// Throws std::system_error.
void make_private_folder(const std::filesystem::path& folder);

// The whole file; none when there is no such file. Throws std::system_error for any other failure,
// and when the file is longer than `most_bytes`.
[[nodiscard]] std::optional<std::string> read_small_file(const std::filesystem::path& path,
                                                         std::size_t most_bytes);

// Replaces the file (mode 0600) so that a crash leaves the old content or the new one, on disk:
// written aside, synced, renamed, folder synced. Throws std::system_error.
void replace_file(const std::filesystem::path& path, std::string_view content);

// Makes a rename or creation in this folder durable. Throws std::system_error.
void sync_folder(const std::filesystem::path& folder);

}  // namespace palette
