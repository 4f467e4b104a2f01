#include "store/birth.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>

namespace palette::store {

std::optional<std::uint64_t> birth_of(const std::filesystem::path& file) {
    constexpr std::uint64_t ns_a_second = 1'000'000'000;
    struct statx known {};
    if (::statx(AT_FDCWD, file.c_str(), 0, STATX_BTIME, &known) != 0) {
        throw std::system_error(errno, std::generic_category(), "look at " + file.string());
    }
    if ((known.stx_mask & STATX_BTIME) == 0) return std::nullopt;
    return static_cast<std::uint64_t>(known.stx_btime.tv_sec) * ns_a_second +
           known.stx_btime.tv_nsec;
}

}  // namespace palette::store
