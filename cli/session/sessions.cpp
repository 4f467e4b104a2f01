#include "cli/session/sessions.hpp"

#include "api/reader.hpp"
#include "api/writer.hpp"
#include "base/files.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace palette::cli {

namespace {

// Two tokens of at most 4,096 characters, and what is around them.
constexpr std::size_t most_session_bytes = 16 * 1024;
constexpr std::string_view session_suffix = ".json";

}  // namespace

std::filesystem::path Sessions::file(const api::Username& who) const {
    return folder_ / (who.text() + std::string(session_suffix));
}

std::optional<SavedSession> Sessions::find(const api::Username& who) const {
    const auto content = read_small_file(file(who), most_session_bytes);
    if (!content) return std::nullopt;
    auto session = api::read_json<SavedSession>(*content);
    if (!session) return std::nullopt;
    return *std::move(session);
}

std::optional<api::Username> Sessions::last() const {
    const auto content = read_small_file(last_file(), most_session_bytes);
    if (!content) return std::nullopt;
    return api::Username::from(content->substr(0, content->find('\n')));
}

std::vector<api::Username> Sessions::names() const {
    std::vector<api::Username> found;
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, missing)) {
        if (entry.path().extension() != session_suffix) continue;
        if (auto name = api::Username::from(entry.path().stem().string()))
            found.push_back(*std::move(name));
    }
    std::ranges::sort(found);
    return found;
}

void Sessions::save(const SavedSession& session) const {
    make_private_folder(folder_);
    replace_file(file(session.username), api::to_json(session) + "\n");
}

void Sessions::begin(const api::Session& session) const {
    save(saved(session));
    replace_file(last_file(), session.user.username.text() + "\n");
}

bool Sessions::end(const api::Username& who) const {
    if (last() == who) std::filesystem::remove(last_file());
    return std::filesystem::remove(file(who));
}

std::optional<FileLock> Sessions::lock(const api::Username& who,
                                       std::chrono::milliseconds timeout) const {
    make_private_folder(folder_);
    constexpr std::int64_t most_ms = std::numeric_limits<int>::max() / 2;
    const auto ms = std::min<std::int64_t>(timeout.count(), most_ms);
    return FileLock::wait(folder_ / (who.text() + ".lock"), static_cast<int>(ms));
}

SavedSession saved(const api::Session& session) {
    return {.username = session.user.username,
            .access_token = session.access_token,
            .refresh_token = session.refresh_token,
            .expires_at = session.expires_at};
}

}  // namespace palette::cli
