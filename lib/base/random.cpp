#include "base/random.hpp"

#include <sys/random.h>

#include <cerrno>
#include <system_error>

namespace palette {

void SystemRandom::fill(std::span<std::byte> out) {
    while (!out.empty()) {
        const ssize_t got = getrandom(out.data(), out.size(), 0);
        if (got < 0) {
            if (errno == EINTR) continue;
            throw std::system_error(errno, std::generic_category(), "getrandom");
        }
        out = out.subspan(static_cast<std::size_t>(got));
    }
}

}  // namespace palette
