// How a store's folder comes into being and is claimed. Private to the store.
#pragma once

#include "base/file_lock.hpp"
#include "store/environment.hpp"

#include <filesystem>
#include <functional>

namespace palette::store {

// Takes the lock of the store in this folder, for as long as the answer lives. Throws
// HeldByProcess when another process has it.
[[nodiscard]] FileLock claim(const std::filesystem::path& folder);

// The same, and makes the store first where there is none: aside, synced, then renamed, because a
// power cut while LMDB creates a file can leave one that does not open. `fill` writes its first
// rows. What an interrupted creation left is cleared.
[[nodiscard]] FileLock claim_or_create(const Environment::Settings& settings,
                                       const std::function<void(Environment&)>& fill);

}  // namespace palette::store
