// When a file was made, by which a copy of a store is told from the store itself: whatever copies,
// unpacks or restores makes another file, which is born later. Private to the store.
//
// A copy that was written over the very file, or a disk that was put back as a whole, has the birth
// of the original: those are noticed later, by what others have seen of the store.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace palette::store {

// In nanoseconds since 1970; none where the file system does not know. Throws std::system_error.
[[nodiscard]] std::optional<std::uint64_t> birth_of(const std::filesystem::path& file);

}  // namespace palette::store
