#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace palette {

void check_failed(const char* condition, const char* file, int line) {
    static_cast<void>(
        std::fprintf(stderr, "bug: %s does not hold (%s:%d)\n", condition, file, line));
    std::abort();
}

}  // namespace palette
