// People: an account, who is signed in, whether something changed.
#pragma once

#include "api/session.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

void append_tsv(Tsv& tsv, const api::User& user);
extern const Printed printed_user;
[[nodiscard]] std::string text_of(const api::User& user, const View& view);

void append_tsv(Tsv& tsv, const api::Profile& profile);
extern const Printed printed_profile;
[[nodiscard]] std::string text_of(const api::Profile& profile, const View& view);

void append_tsv(Tsv& tsv, const api::Me& me);
extern const Printed printed_me;
[[nodiscard]] std::string text_of(const api::Me& me, const View& view);

void append_tsv(Tsv& tsv, const api::Changed& changed);
extern const Printed printed_changed;
[[nodiscard]] std::string text_of(const api::Changed& changed, const View& view);

}  // namespace palette::cli
