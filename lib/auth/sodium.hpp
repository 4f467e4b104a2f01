// The door to libsodium, for the sources of this folder alone: no header that others include may
// include it.
#pragma once

#include <sodium.h>

#include <string_view>

namespace palette::auth {

// Must come before the first call of libsodium in every function that makes one. Any thread; only
// the first call costs anything. Throws std::runtime_error when the machine has no randomness.
void start_sodium();

[[nodiscard]] inline const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace palette::auth
