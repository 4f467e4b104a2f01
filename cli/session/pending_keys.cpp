#include "cli/session/pending_keys.hpp"

#include "base/files.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <system_error>

namespace palette::cli {

namespace {

namespace fs = std::filesystem;

// FNV-1a, 64 bits: a mix-up is unlikely, and harmless, since a daemon refuses another write under
// a key. Source: RFC 9923.
std::uint64_t fnv1a(std::uint64_t digest, std::string_view text) {
    constexpr std::uint64_t prime = 0x100000001b3;
    for (const char c : text)
        digest = (digest ^ static_cast<unsigned char>(c)) * prime;
    return (digest ^ 0xFFU) * prime;  // no byte of UTF-8: parts do not run into each other
}

std::string digest_of(const PendingWrite& write) {
    constexpr std::uint64_t offset_basis = 0xcbf29ce484222325;
    const auto digest = fnv1a(fnv1a(fnv1a(offset_basis, write.who), write.method), write.params);
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(digest));
    return text.data();
}

// "<digest>.<key>"; while it is being made, with a suffix.
constexpr std::string_view half_made = ".new";

std::optional<Uuid> key_in(const std::string& name) {
    const std::size_t key_at = name.find('.') + 1;
    return parse_uuid(std::string_view(name).substr(key_at, to_string(Uuid{}).size()));
}

bool is_old(const Uuid& key, Timestamp now) {
    const auto made = made_at(key);
    return !made || now - *made > pending_for;
}

void write_file(const fs::path& path, std::string_view content) {
    errno = 0;
    std::ofstream file(path);
    file << content << std::flush;
    if (!file) {
        throw std::system_error(errno, std::generic_category(), "write " + path.string());
    }
}

// Opening a file that its owner settles just now would make it anew, and empty.
std::optional<FileLock> lock_left(const fs::path& file) {
    auto taken = FileLock::take(file);
    auto* lock = std::get_if<FileLock>(&taken);
    if (lock == nullptr) return std::nullopt;
    std::error_code gone;
    const auto bytes = fs::file_size(file, gone);
    if (!gone && bytes > 0) return std::move(*lock);
    fs::remove(file, gone);
    return std::nullopt;
}

}  // namespace

void PendingAttempt::settle() const {
    std::error_code missing;
    fs::remove(file_, missing);
}

std::optional<PendingAttempt> PendingKeys::take_up(const PendingWrite& write, Timestamp now) const {
    const std::string digest = digest_of(write);
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(folder_, missing)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(digest) || name.ends_with(half_made)) continue;
        const auto key = key_in(name);
        if (!key || is_old(*key, now)) continue;
        if (auto lock = lock_left(entry.path())) {
            return PendingAttempt(*key, entry.path(), *std::move(lock),
                                  PendingAttempt::Begun::elsewhere);
        }
    }
    return std::nullopt;
}

PendingAttempt PendingKeys::begin(const PendingWrite& write, const Uuid& key, Timestamp now) const {
    make_private_folder(folder_);
    drop_old(now);
    const fs::path file = folder_ / (digest_of(write) + "." + to_string(key));
    const fs::path aside = file.string() + std::string(half_made);
    write_file(aside, std::string(write.method) + "\n");
    // Nobody else knows the name yet. The lock is renamed with its file.
    auto lock = FileLock::take(aside);
    fs::rename(aside, file);
    return {key, file, std::get<FileLock>(std::move(lock)), PendingAttempt::Begun::here};
}

void PendingKeys::drop_old(Timestamp now) const {
    for (const auto& entry : fs::directory_iterator(folder_)) {
        const auto key = key_in(entry.path().filename().string());
        std::error_code missing;
        if (!key || is_old(*key, now)) fs::remove(entry.path(), missing);
    }
}

}  // namespace palette::cli
