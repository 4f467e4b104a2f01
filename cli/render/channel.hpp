// Channels, who is in them, and what is said there.
#pragma once

#include "api/channel.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

// name, topic, private, members, created_at
void append_tsv(Tsv& tsv, const api::Channel& channel);
[[nodiscard]] std::string text_of(const api::Channel& channel, const View& view);
[[nodiscard]] std::string text_of(const api::ChannelPage& page, const View& view);

// channel, member, changed, members
void append_tsv(Tsv& tsv, const api::Membership& membership);
[[nodiscard]] std::string text_of(const api::Membership& membership, const View& view);

// user, joined_at
void append_tsv(Tsv& tsv, const api::ChannelMember& member);
[[nodiscard]] std::string text_of(const api::ChannelMemberPage& page, const View& view);

// id, at, author, text, offset; author and text are empty when their author is gone
void append_tsv(Tsv& tsv, const api::Message& message);
// One line: when, who, what.
[[nodiscard]] std::string text_of(const api::Message& message, const View& view);
[[nodiscard]] std::string text_of(const api::MessagePage& page, const View& view);

}  // namespace palette::cli
