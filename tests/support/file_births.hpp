// Whether a file system keeps when a file was made: by that a store knows a copy of itself at once.
#pragma once

#include "catch.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>

#include <filesystem>

namespace palette::test {

// Says what is skipped where it does not.
[[nodiscard]] inline bool keeps_births(const std::filesystem::path& folder) {
    struct statx known {};
    const bool is_known = ::statx(AT_FDCWD, folder.c_str(), 0, STATX_BTIME, &known) == 0 &&
                          (known.stx_mask & STATX_BTIME) != 0;
    if (!is_known) WARN("skipped: the file system of " << folder << " keeps no birth of files");
    return is_known;
}

// A file that is made after this is born later than one that was made before: births are as fine as
// the kernel's ticks, of 10 ms at most.
inline void wait_for_later_birth() {
    constexpr int two_ticks_ms = 20;
    ::poll(nullptr, 0, two_ticks_ms);
}

}  // namespace palette::test
