#include "cli/pending_keys.hpp"

#include "base/files.hpp"

#include <array>
#include <cstdio>

namespace palette::cli {

namespace {

constexpr std::size_t most_file_bytes = 64;

// FNV-1a, 64 bits: a mix-up is unlikely, and harmless, since a daemon refuses another write under
// a key. Source: RFC 9923.
std::uint64_t fnv1a(std::uint64_t digest, std::string_view text) {
    constexpr std::uint64_t prime = 0x100000001b3;
    for (const char c : text)
        digest = (digest ^ static_cast<unsigned char>(c)) * prime;
    return (digest ^ 0xFFU) * prime;  // no byte of UTF-8: parts do not run into each other
}

std::optional<Uuid> key_in(const std::filesystem::path& file) {
    const auto content = read_small_file(file, most_file_bytes);
    return content ? parse_uuid(content->substr(0, content->find('\n'))) : std::nullopt;
}

bool is_old(const Uuid& key, Timestamp now) {
    const auto made = made_at(key);
    return !made || now - *made > pending_for;
}

}  // namespace

std::filesystem::path PendingKeys::file(const PendingWrite& write) const {
    constexpr std::uint64_t offset_basis = 0xcbf29ce484222325;
    const auto digest = fnv1a(fnv1a(fnv1a(offset_basis, write.who), write.method), write.params);
    std::array<char, 17> name{};
    std::snprintf(name.data(), name.size(), "%016llx", static_cast<unsigned long long>(digest));
    return folder_ / name.data();
}

std::optional<Uuid> PendingKeys::find(const PendingWrite& write, Timestamp now) const {
    const auto key = key_in(file(write));
    return key && !is_old(*key, now) ? key : std::nullopt;
}

void PendingKeys::remember(const PendingWrite& write, const Uuid& key, Timestamp now) const {
    make_private_folder(folder_);
    drop_old(now);
    replace_file(file(write), to_string(key) + "\n");
}

void PendingKeys::forget(const PendingWrite& write) const {
    std::error_code missing;
    std::filesystem::remove(file(write), missing);
}

void PendingKeys::drop_old(Timestamp now) const {
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
        const auto key = key_in(entry.path());
        if (!key || is_old(*key, now)) std::filesystem::remove(entry.path());
    }
}

}  // namespace palette::cli
