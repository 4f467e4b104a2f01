#include "auth/digest.hpp"

#include "auth/sodium.hpp"

namespace palette::auth {

static_assert(std::tuple_size_v<Digest> == crypto_generichash_BYTES_MIN);

Digest digest(std::string_view bytes) {
    start_sodium();
    Digest out{};
    crypto_generichash(out.data(), out.size(), bytes_of(bytes), bytes.size(), nullptr, 0);
    return out;
}

}  // namespace palette::auth
