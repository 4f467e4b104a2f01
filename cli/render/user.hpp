// People: an account, who is signed in, whether something changed.
#pragma once

#include "api/session.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

// username, id, display_name, created_at
void append_tsv(Tsv& tsv, const api::User& user);
[[nodiscard]] std::string text_of(const api::User& user, const View& view);

// username, id, display_name, created_at, bio, rating (empty for none), ratings
void append_tsv(Tsv& tsv, const api::Profile& profile);
[[nodiscard]] std::string text_of(const api::Profile& profile, const View& view);

// As a user, then expires_at, rating (empty for none), ratings.
void append_tsv(Tsv& tsv, const api::Me& me);
[[nodiscard]] std::string text_of(const api::Me& me, const View& view);

// "true" or "false"
void append_tsv(Tsv& tsv, const api::Changed& changed);
[[nodiscard]] std::string text_of(const api::Changed& changed, const View& view);

}  // namespace palette::cli
