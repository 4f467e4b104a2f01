// Channels, who is in them, and what is said there.
#pragma once

#include "api/channel.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

void append_tsv(Tsv& tsv, const api::Channel& channel);
extern const Printed printed_channel;
extern const Printed printed_channels;
[[nodiscard]] std::string text_of(const api::Channel& channel, const View& view);
[[nodiscard]] std::string text_of(const api::ChannelPage& page, const View& view);

void append_tsv(Tsv& tsv, const api::Membership& membership);
extern const Printed printed_membership;
[[nodiscard]] std::string text_of(const api::Membership& membership, const View& view);

void append_tsv(Tsv& tsv, const api::ChannelMember& member);
extern const Printed printed_channel_members;
[[nodiscard]] std::string text_of(const api::ChannelMemberPage& page, const View& view);

void append_tsv(Tsv& tsv, const api::Message& message);
extern const Printed printed_messages;
// Of what was just said.
extern const Printed printed_said;
// One line: when, who, what.
[[nodiscard]] std::string text_of(const api::Message& message, const View& view);
[[nodiscard]] std::string text_of(const api::MessagePage& page, const View& view);

}  // namespace palette::cli
