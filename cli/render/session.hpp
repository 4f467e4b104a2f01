// Sessions and tokens.
#pragma once

#include "api/token.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

// id, created_at, refreshed_at, current
void append_tsv(Tsv& tsv, const api::SessionInfo& session);
[[nodiscard]] std::string text_of(const api::SessionInfos& sessions, const View& view);

// id, name, scopes (comma between), created_at, expires_at
void append_tsv(Tsv& tsv, const api::TokenInfo& token);
[[nodiscard]] std::string text_of(const api::TokenInfos& tokens, const View& view);

// The token first, for `cut -f1`; then as a token in a list.
void append_tsv(Tsv& tsv, const api::NewToken& token);
[[nodiscard]] std::string text_of(const api::NewToken& token, const View& view);

}  // namespace palette::cli
