#include "auth/kept_password.hpp"

#include "auth/encoding.hpp"
#include "auth/sodium.hpp"

namespace palette::auth {

static_assert(sizeof(KeptPassword::salt) == crypto_pwhash_argon2id_SALTBYTES);

namespace {

constexpr std::string_view algorithm = "$argon2id$v=19$";
constexpr std::string_view before_memory = "m=";
constexpr std::string_view before_passes = ",t=";
constexpr std::string_view after_passes = ",p=1";
constexpr std::size_t salt_length = 22;
constexpr std::size_t hash_length = 43;
constexpr std::uint64_t bytes_per_unit = 1024;

std::optional<PasswordCost> read_cost(std::string_view text) {
    if (!text.starts_with(before_memory) || !text.ends_with(after_passes)) return std::nullopt;
    text.remove_prefix(before_memory.size());
    text.remove_suffix(after_passes.size());
    const auto middle = text.find(before_passes);
    if (middle == std::string_view::npos) return std::nullopt;
    const auto memory = read_decimal(text.substr(0, middle));
    const auto passes = read_decimal(text.substr(middle + before_passes.size()));
    if (!memory || *memory > crypto_pwhash_argon2id_MEMLIMIT_MAX / bytes_per_unit || !passes)
        return std::nullopt;
    const PasswordCost cost{.memory_bytes = *memory * bytes_per_unit, .passes = *passes};
    return is_possible(cost) ? std::optional(cost) : std::nullopt;
}

template <std::size_t size>
std::optional<std::array<std::uint8_t, size>> read_base64(std::string_view text) {
    std::array<std::uint8_t, size> bytes{};
    std::size_t read = 0;
    const int outcome =
        sodium_base642bin(bytes.data(), size, text.data(), text.size(), nullptr, &read, nullptr,
                          sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
    if (outcome != 0 || read != size) return std::nullopt;
    return bytes;
}

}  // namespace

std::optional<KeptPassword> read_kept_password(std::string_view line) {
    if (!line.starts_with(algorithm)) return std::nullopt;
    line.remove_prefix(algorithm.size());
    const auto end = line.find('$');
    if (end == std::string_view::npos) return std::nullopt;
    const auto cost = read_cost(line.substr(0, end));
    line.remove_prefix(end + 1);
    if (!cost || line.size() != salt_length + 1 + hash_length || line[salt_length] != '$')
        return std::nullopt;
    const auto salt = read_base64<sizeof(KeptPassword::salt)>(line.substr(0, salt_length));
    const auto hash = read_base64<sizeof(KeptPassword::hash)>(line.substr(salt_length + 1));
    if (!salt || !hash) return std::nullopt;
    return KeptPassword{*cost, *salt, *hash};
}

}  // namespace palette::auth
