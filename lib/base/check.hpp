// CHECK_INVARIANT: a condition that only a bug of ours can break. It stays on in release: a daemon
// that does not know what it is doing must stop before it writes. Input from outside is never
// checked so.
#pragma once

namespace palette {

// Prints the condition and its place to stderr and aborts.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace palette

#define CHECK_INVARIANT(condition)                                   \
    do {                                                             \
        if (!(condition)) [[unlikely]]                               \
            ::palette::check_failed(#condition, __FILE__, __LINE__); \
    } while (false)
