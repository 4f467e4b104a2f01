// Walks a store that nobody has open and checks every row, for a daemon's --verify mode.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace palette::store {

// A store with more is broken; which rows come next says nothing new.
inline constexpr std::size_t most_reported_damages = 100;

struct Verification {
    std::uint64_t rows = 0;            // visited, damaged ones included
    std::uint64_t damaged = 0;         // rows and tables that cannot be read
    std::vector<std::string> reports;  // the first of them, a sentence each

    [[nodiscard]] bool is_whole() const { return damaged == 0; }
};

// Changes no row; it takes the store's lock, whose file is made where it is missing. It sees every
// flipped bit in a value or a key; a page of the engine whose own structure is broken may end the
// process, so run it in one that can be spared. Throws HeldByProcess when a process has the store
// open, std::system_error when there is no such folder, EngineFailure when it holds no store.
[[nodiscard]] Verification verify(const std::filesystem::path& folder);

}  // namespace palette::store
