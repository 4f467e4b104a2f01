#include "auth/sodium.hpp"

#include <stdexcept>

namespace palette::auth {

void start_sodium() {
    static const int outcome = sodium_init();
    if (outcome < 0) throw std::runtime_error("libsodium cannot start: no source of randomness");
}

}  // namespace palette::auth
