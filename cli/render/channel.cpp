#include "cli/render/channel.hpp"

#include "cli/render/moment.hpp"
#include "term/relative_time.hpp"
#include "term/safe_text.hpp"
#include "term/table.hpp"

namespace palette::cli {

namespace {

std::string members_text(const api::Count& members) {
    return std::to_string(members.number()) + (members == api::Count(1) ? " member" : " members");
}

}  // namespace

constexpr std::array<Column, 5> channel_columns{
    {{"name"}, {"topic"}, {"private"}, {"members"}, {"created_at"}}};
const Printed printed_channel{.shape = &api::shape_of<api::Channel>, .columns = channel_columns};
const Printed printed_channels{.shape = &api::shape_of<api::ChannelPage>,
                               .columns = channel_columns};

void append_tsv(Tsv& tsv, const api::Channel& channel) {
    tsv.line(channel_columns, channel.name.text(), channel.topic.text(),
             channel.private_ ? "true" : "false", std::to_string(channel.members.number()),
             rfc3339(channel.created_at));
}

std::string text_of(const api::Channel& channel, const View& view) {
    std::string text = view.painter.styled(view.painter.bold(), channel.name.text());
    if (!channel.topic.text().empty()) text += ": " + term::safe_line(channel.topic.text());
    return text + "\n" + members_text(channel.members) + ", opened " +
           term::relative_time(channel.created_at, view.now) + "\n";
}

std::string text_of(const api::ChannelPage& page, const View& view) {
    using term::Cell;
    term::Table table({{.heading = "NAME"},
                       {.heading = "MEMBERS", .align = term::Align::right, .leaves = 2},
                       {.heading = "TOPIC", .least_columns = 8, .leaves = 3},
                       {.heading = "OPENED", .leaves = 1}});
    for (const api::Channel& channel : page.items) {
        table.add({Cell(channel.name.text()), Cell(std::to_string(channel.members.number())),
                   Cell(channel.topic.text()),
                   Cell(term::relative_time(channel.created_at, view.now), view.painter.dim())});
    }
    return table.render(view.painter, view.columns);
}

constexpr std::array<Column, 4> membership_columns{
    {{"channel"}, {"member"}, {"changed"}, {"members"}}};
const Printed printed_membership{.shape = &api::shape_of<api::Membership>,
                                 .columns = membership_columns};

void append_tsv(Tsv& tsv, const api::Membership& membership) {
    tsv.line(membership_columns, membership.channel.text(), membership.member ? "true" : "false",
             membership.changed ? "true" : "false", std::to_string(membership.members.number()));
}

std::string text_of(const api::Membership& membership, const View& /*view*/) {
    std::string text = membership.member ? "you are in " : "you are not in ";
    text += membership.channel.text();
    if (!membership.changed) text += membership.member ? " already" : " anyway";
    return text + ": " + members_text(membership.members) + "\n";
}

constexpr std::array<Column, 2> member_columns{{{"user"}, {"joined_at"}}};
const Printed printed_channel_members{.shape = &api::shape_of<api::ChannelMemberPage>,
                                      .columns = member_columns};

void append_tsv(Tsv& tsv, const api::ChannelMember& member) {
    tsv.line(member_columns, member.user.text(), rfc3339(member.joined_at));
}

std::string text_of(const api::ChannelMemberPage& page, const View& view) {
    using term::Cell;
    term::Table table({{.heading = "USER"}, {.heading = "JOINED", .leaves = 1}});
    for (const api::ChannelMember& member : page.items) {
        table.add({Cell(member.user.text()),
                   Cell(term::relative_time(member.joined_at, view.now), view.painter.dim())});
    }
    return table.render(view.painter, view.columns);
}

constexpr std::array<Column, 5> message_columns{
    {{"id"}, {"at"}, {"author", "empty when they are gone"}, {"text", "likewise"}, {"offset"}}};
constexpr std::array<Column, 1> said_columns{{{"id"}}};
const Printed printed_said{.shape = &api::shape_of<api::Message>, .columns = said_columns};
const Printed printed_messages{.shape = &api::shape_of<api::MessagePage>,
                               .columns = message_columns};

void append_tsv(Tsv& tsv, const api::Message& message) {
    tsv.line(message_columns, std::to_string(message.id.number()), rfc3339(message.at),
             message.author ? message.author->text() : "", message.text ? message.text->text() : "",
             std::to_string(message.offset.number()));
}

std::string text_of(const api::Message& message, const View& view) {
    const auto& painter = view.painter;
    const std::string when = painter.styled(painter.dim(), moment_text(message.at, view.now));
    if (!message.author || !message.text) {
        return when + "  " + painter.styled(painter.dim(), "(by somebody who is gone)") + "\n";
    }
    return when + "  " + painter.styled(painter.bold(), message.author->text()) + "  " +
           term::safe_line(message.text->text()) + "\n";
}

std::string text_of(const api::MessagePage& page, const View& view) {
    std::string text;
    for (const api::Message& message : page.items)
        text += text_of(message, view);
    return text;
}

}  // namespace palette::cli
