// Who is signed in on this machine: a file for each person below <state>/sessions, readable by its
// owner alone, and the name of the one who signed in last.
//
// Tokens leave this folder only inside requests. Failures of the file system are exceptions.
#pragma once

#include "api/session.hpp"
#include "base/file_lock.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <vector>

namespace palette::cli {

struct SavedSession {
    api::Username username;
    api::Token access_token;
    api::Token refresh_token;
    Timestamp expires_at{};
    std::optional<Uuid> refresh_key{};

    static constexpr std::string_view name_of_shape = "SavedSession";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&SavedSession::username>("Who"),
            field<&SavedSession::access_token>("Goes with each request"),
            field<&SavedSession::refresh_token>("Good once, for the next tokens"),
            field<&SavedSession::expires_at>("When the access token ends"),
            field<&SavedSession::refresh_key>("Of a refresh that was sent and not yet answered"),
        };
    }
};

class Sessions {
  public:
    explicit Sessions(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // None when that person is not signed in; a file that cannot be read as a session is none.
    [[nodiscard]] std::optional<SavedSession> find(const api::Username& who) const;
    [[nodiscard]] std::optional<api::Username> last() const;
    // Everybody who is signed in, sorted.
    [[nodiscard]] std::vector<api::Username> names() const;

    void save(const SavedSession& session) const;
    // Saves it and remembers it as the last.
    void begin(const api::Session& session) const;
    // True when there was one.
    bool end(const api::Username& who) const;

    // Held while a session's tokens are replaced; none when another process kept it that long.
    [[nodiscard]] std::optional<FileLock> lock(const api::Username& who,
                                               std::chrono::milliseconds timeout) const;

  private:
    [[nodiscard]] std::filesystem::path file(const api::Username& who) const;
    [[nodiscard]] std::filesystem::path last_file() const { return folder_ / "last"; }

    std::filesystem::path folder_;
};

[[nodiscard]] SavedSession saved(const api::Session& session);

}  // namespace palette::cli
