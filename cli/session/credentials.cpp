#include "cli/session/credentials.hpp"

#include "base/files.hpp"
#include "base/trim.hpp"
#include "base/uuid.hpp"

namespace palette::cli {

namespace {

constexpr const char* token_variable = "PALETTECTL_TOKEN";
constexpr const char* token_file_variable = "PALETTECTL_TOKEN_FILE";
constexpr std::size_t most_token_file_bytes = 8 * 1024;

Result<api::Token> token_in(std::string_view text, const std::string& place) {
    auto token = api::Token::from(trimmed(text));
    if (!token) return refuse(ErrorKind::unauthenticated, "", place + " holds no token");
    return *std::move(token);
}

Result<api::Token> token_in_file(const std::string& path) {
    const auto content = read_small_file(path, most_token_file_bytes);
    if (!content) {
        return refuse(ErrorKind::unauthenticated, "",
                      std::string(token_file_variable) + " names no file: " + path);
    }
    return token_in(*content, path);
}

std::string log_in(const std::string& name) {
    return "palettectl login " + name;
}

}  // namespace

Result<std::optional<api::Username>> Credentials::who() const {
    if (as_) return as_;
    const auto named = environment_(as_variable);
    if (!named) return sessions_.last();
    auto name = api::Username::from(*named);
    if (!name) {
        return refuse(
            ErrorKind::invalid_argument, "",
            std::string(as_variable) + ": expected " + std::string(api::username_rule.meaning));
    }
    return name;
}

bool Credentials::given_by_environment() const {
    return environment_(token_variable) || environment_(token_file_variable);
}

Result<api::Token> Credentials::token(const AskForRefresh& refresh,
                                      std::chrono::milliseconds timeout) const {
    if (const auto token = environment_(token_variable)) return token_in(*token, token_variable);
    if (const auto path = environment_(token_file_variable)) return token_in_file(*path);
    return session_token(refresh, timeout);
}

Result<api::Token> Credentials::session_token(const AskForRefresh& refresh,
                                              std::chrono::milliseconds timeout) const {
    const auto name = who();
    if (!name) return refuse(name.error());
    if (!*name) {
        const auto others = sessions_.names();
        return refuse(ErrorKind::unauthenticated, "", "not signed in",
                      others.empty() ? "palettectl register NAME, or login NAME"
                                     : "--as " + others.front().text() + ", or " + log_in("NAME"));
    }
    const auto session = sessions_.find(**name);
    if (!session) {
        return refuse(ErrorKind::unauthenticated, "", (*name)->text() + " is not signed in",
                      log_in((*name)->text()));
    }
    if (is_fresh(*session)) return session->access_token;
    return refreshed(**name, refresh, timeout);
}

Result<api::Token> Credentials::refreshed(const api::Username& who, const AskForRefresh& refresh,
                                          std::chrono::milliseconds timeout) const {
    const auto lock = sessions_.lock(who, timeout);
    if (!lock) {
        return refuse(ErrorKind::deadline_exceeded, "",
                      "another palettectl is still renewing the session of " + who.text());
    }
    // Whoever held the lock before may have done it.
    auto session = sessions_.find(who);
    if (!session) {
        return refuse(ErrorKind::unauthenticated, "", who.text() + " is not signed in",
                      log_in(who.text()));
    }
    if (is_fresh(*session)) return session->access_token;
    // A refresh token is good once. Should the answer be lost, its key makes the repeat the same
    // request, so the key is on disk before anything is sent.
    if (!session->refresh_key) {
        session->refresh_key = make_uuid7(clock_.now(), random_);
        sessions_.save(*session);
    }
    const auto fresh = refresh({.refresh_token = session->refresh_token}, *session->refresh_key);
    if (fresh) {
        sessions_.save(saved(*fresh));
        return fresh->access_token;
    }
    Error error = fresh.error();
    if (error.kind == ErrorKind::unauthenticated) {
        error.message = "the session of " + who.text() + " has ended";
        error.hint = log_in(who.text());
    }
    return refuse(std::move(error));
}

bool Credentials::is_fresh(const SavedSession& session) const {
    return session.expires_at - clock_.now() > refresh_margin;
}

}  // namespace palette::cli
