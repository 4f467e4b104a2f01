// Which access token goes with a request: PALETTECTL_TOKEN, else the one in PALETTECTL_TOKEN_FILE,
// else that of a session: of --as, of PALETTECTL_AS, or the last one. A session's token that is
// about to end is replaced first, by one process at a time.
#pragma once

#include "base/environment.hpp"
#include "base/random.hpp"
#include "cli/session/sessions.hpp"

#include <functional>

namespace palette::cli {

// A token with less time than this left is replaced before it is used: its request may wait.
inline constexpr std::chrono::seconds refresh_margin{10};

inline constexpr const char* as_variable = "PALETTECTL_AS";

// Asks paletted for new tokens, under that key.
using AskForRefresh =
    std::function<Result<api::Session>(const api::RefreshSession& asked, const Uuid& key)>;

class Credentials {
  public:
    // All but `as` outlive this.
    Credentials(const Sessions& sessions, const Environment& environment,
                std::optional<api::Username> as, const Clock& clock, Random& random)
        : sessions_(sessions),
          environment_(environment),
          as_(std::move(as)),
          clock_(clock),
          random_(random) {}

    // Whose session is meant; none when nobody is signed in. A variable that holds no username is
    // refused as invalid_argument.
    [[nodiscard]] Result<std::optional<api::Username>> who() const;

    // Whether a token comes from the environment, so that no session is meant.
    [[nodiscard]] bool given_by_environment() const;

    // A token good for a request just now. Without one: unauthenticated.
    [[nodiscard]] Result<api::Token> token(const AskForRefresh& refresh,
                                           std::chrono::milliseconds timeout) const;

  private:
    [[nodiscard]] Result<api::Token> session_token(const AskForRefresh& refresh,
                                                   std::chrono::milliseconds timeout) const;
    [[nodiscard]] Result<api::Token> refreshed(const api::Username& who,
                                               const AskForRefresh& refresh,
                                               std::chrono::milliseconds timeout) const;
    [[nodiscard]] bool is_fresh(const SavedSession& session) const;

    const Sessions& sessions_;
    const Environment& environment_;
    std::optional<api::Username> as_;
    const Clock& clock_;
    Random& random_;
};

}  // namespace palette::cli
