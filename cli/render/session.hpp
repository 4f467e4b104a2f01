// Sessions and tokens.
#pragma once

#include "api/token.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

void append_tsv(Tsv& tsv, const api::SessionInfo& session);
extern const Printed printed_sessions;
[[nodiscard]] std::string text_of(const api::SessionInfos& sessions, const View& view);

void append_tsv(Tsv& tsv, const api::TokenInfo& token);
extern const Printed printed_tokens;
[[nodiscard]] std::string text_of(const api::TokenInfos& tokens, const View& view);

void append_tsv(Tsv& tsv, const api::NewToken& token);
extern const Printed printed_new_token;
[[nodiscard]] std::string text_of(const api::NewToken& token, const View& view);

}  // namespace palette::cli
