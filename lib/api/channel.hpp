// Channels: where people talk. The methods of palette-brokerd that keep them, and its event.
#pragma once

#include "api/event.hpp"
#include "api/method.hpp"
#include "api/names.hpp"

namespace palette::api {

inline constexpr TextRule channel_name_rule{"ChannelName", "2 to 32 of a-z 0-9 -", "design", 2, 32,
                                            letters::slug, "^[a-z0-9-]*$"};
using ChannelName = Text<channel_name_rule>;

inline constexpr TextRule channel_topic_rule{"ChannelTopic", "at most 200 characters",
                                             "Colors of the week", 0, 200};
using ChannelTopic = Text<channel_topic_rule>;

inline constexpr TextRule message_text_rule{"MessageText",
                                            "1 to 4,000 characters, not all of them blank",
                                            "What about a warmer grey?",
                                            1,
                                            4000,
                                            is_seen};
using MessageText = Text<message_text_rule>;

inline constexpr WholeRule message_id_rule{"MessageId", "counted from 1 within its channel", 99, 1};
using MessageId = Whole<message_id_rule>;

struct Channel {
    ChannelName name;
    ChannelTopic topic;
    bool private_;
    Count members;
    Timestamp created_at{};

    static constexpr std::string_view name_of_shape = "Channel";
    static constexpr auto fields() {
        return std::array{
            field<&Channel::name>("Its name, never another's"),
            field<&Channel::topic>("What it is about"),
            field<&Channel::private_>("Whether only members may read it"),
            field<&Channel::members>("How many people are in it"),
            field<&Channel::created_at>("When it was opened"),
        };
    }
};

struct ChannelPage {
    List<Channel, 0, most_page_items> items{};
    std::optional<Cursor> next{};

    static constexpr std::string_view name_of_shape = "ChannelPage";
    static constexpr auto fields() {
        return std::array{
            field<&ChannelPage::items>("Channels, by name"),
            field<&ChannelPage::next>("Begins the next page; null on the last"),
        };
    }
};

struct CreateChannel {
    ChannelName name;
    std::optional<ChannelTopic> topic{};

    static constexpr std::string_view name_of_shape = "CreateChannel";
    static constexpr auto fields() {
        return std::array{
            field<&CreateChannel::name>("Its name, for good"),
            field<&CreateChannel::topic>("What it is about: a few words, or a palette"),
        };
    }
    using Result = Channel;
    static constexpr Method method{
        .name = "channel.create",
        .summary = "Open a public channel, and be in it",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::chat_write,
        .errors = {ErrorKind::already_exists},
        .command = "channel create",
    };
};

struct GetChannel {
    ChannelName name;

    static constexpr std::string_view name_of_shape = "GetChannel";
    static constexpr auto fields() { return std::array{field<&GetChannel::name>("The channel")}; }
    using Result = Channel;
    static constexpr Method method{
        .name = "channel.get",
        .summary = "Say what is known of a channel",
        .errors = {ErrorKind::not_found},
        .command = "channel show",
    };
};

struct ListChannels {
    Limit limit = 50;
    std::optional<Cursor> after{};

    static constexpr std::string_view name_of_shape = "ListChannels";
    static constexpr auto fields() {
        return std::array{
            field<&ListChannels::limit>("Most items in a page"),
            field<&ListChannels::after>("`next` of the page before"),
        };
    }
    using Result = ChannelPage;
    static constexpr Method method{
        .name = "channel.list",
        .summary = "List the public channels",
        .command = "channel list",
    };
};

// What joining and leaving come to.
struct Membership {
    ChannelName channel;
    bool member;
    bool changed;
    Count members;

    static constexpr std::string_view name_of_shape = "Membership";
    static constexpr auto fields() {
        return std::array{
            field<&Membership::channel>("The channel"),
            field<&Membership::member>("Whether you are in it now"),
            field<&Membership::changed>("False when it was so already"),
            field<&Membership::members>("How many people are in it"),
        };
    }
};

struct JoinChannel {
    ChannelName name;

    static constexpr std::string_view name_of_shape = "JoinChannel";
    static constexpr auto fields() { return std::array{field<&JoinChannel::name>("The channel")}; }
    using Result = Membership;
    static constexpr Method method{
        .name = "channel.join",
        .summary = "Be in a channel",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::chat_write,
        .repeatable = true,
        .errors = {ErrorKind::not_found},
        .command = "channel join",
    };
};

struct LeaveChannel {
    ChannelName name;

    static constexpr std::string_view name_of_shape = "LeaveChannel";
    static constexpr auto fields() { return std::array{field<&LeaveChannel::name>("The channel")}; }
    using Result = Membership;
    static constexpr Method method{
        .name = "channel.leave",
        .summary = "Be in a channel no more",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::chat_write,
        .repeatable = true,
        .errors = {ErrorKind::not_found},
        .command = "channel leave",
    };
};

struct ChannelMember {
    Username user;
    Timestamp joined_at{};

    static constexpr std::string_view name_of_shape = "ChannelMember";
    static constexpr auto fields() {
        return std::array{
            field<&ChannelMember::user>("Who"),
            field<&ChannelMember::joined_at>("Since when"),
        };
    }
};

struct ChannelMemberPage {
    List<ChannelMember, 0, most_page_items> items{};
    std::optional<Cursor> next{};

    static constexpr std::string_view name_of_shape = "ChannelMemberPage";
    static constexpr auto fields() {
        return std::array{
            field<&ChannelMemberPage::items>("Members, those who registered first before others"),
            field<&ChannelMemberPage::next>("Begins the next page; null on the last"),
        };
    }
};

struct ListChannelMembers {
    ChannelName name;
    Limit limit = 50;
    std::optional<Cursor> after{};

    static constexpr std::string_view name_of_shape = "ListChannelMembers";
    static constexpr auto fields() {
        return std::array{
            field<&ListChannelMembers::name>("The channel"),
            field<&ListChannelMembers::limit>("Most items in a page"),
            field<&ListChannelMembers::after>("`next` of the page before"),
        };
    }
    using Result = ChannelMemberPage;
    static constexpr Method method{
        .name = "channel.members",
        .summary = "List who is in a channel",
        .errors = {ErrorKind::not_found},
        .command = "channel members",
    };
};

// Of somebody who is gone, neither author nor text are left.
struct Message {
    MessageId id;
    ChannelName channel;
    std::optional<Username> author{};
    std::optional<MessageText> text{};
    Timestamp at{};
    bool edited = false;
    Offset offset = 0;

    static constexpr std::string_view name_of_shape = "Message";
    static constexpr auto fields() {
        return std::array{
            field<&Message::id>("Counted within the channel"),
            field<&Message::channel>("Where it was said"),
            field<&Message::author>("Who said it; null when their account is gone"),
            field<&Message::text>("What they said; null likewise"),
            field<&Message::at>("When"),
            field<&Message::edited>("Whether it was changed since"),
            field<&Message::offset>("Its place in the log of events"),
        };
    }
};

struct PostMessage {
    ChannelName channel;
    MessageText text;

    static constexpr std::string_view name_of_shape = "PostMessage";
    static constexpr auto fields() {
        return std::array{
            field<&PostMessage::channel>("Where; a public channel needs no joining"),
            field<&PostMessage::text>("What to say"),
        };
    }
    using Result = Message;
    static constexpr Method method{
        .name = "message.post",
        .summary = "Say something in a channel",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::chat_write,
        .errors = {ErrorKind::not_found},
        .command = "say",
    };
};

struct MessagePage {
    List<Message, 0, most_page_items> items{};
    std::optional<Cursor> next{};
    Offset through = 0;

    static constexpr std::string_view name_of_shape = "MessagePage";
    static constexpr auto fields() {
        return std::array{
            field<&MessagePage::items>("Messages, newest first"),
            field<&MessagePage::next>("Begins the next page, of older ones; null on the last"),
            field<&MessagePage::through>("The newest offset in the log: to follow, go on after it"),
        };
    }
};

struct ListMessages {
    ChannelName channel;
    std::optional<Timestamp> since{};
    Limit limit = 50;
    std::optional<Cursor> after{};

    static constexpr std::string_view name_of_shape = "ListMessages";
    static constexpr auto fields() {
        return std::array{
            field<&ListMessages::channel>("The channel"),
            field<&ListMessages::since>("None that are older"),
            field<&ListMessages::limit>("Most items in a page"),
            field<&ListMessages::after>("`next` of the page before"),
        };
    }
    using Result = MessagePage;
    static constexpr Method method{
        .name = "message.list",
        .summary = "Read what was said in a channel, newest first",
        .errors = {ErrorKind::not_found},
        .command = "channel history",
    };
};

// The stream of a channel.
[[nodiscard]] inline Topic topic_of(const ChannelName& channel) {
    return *Topic::from(std::string(channel_topic_prefix) + channel.text());
}

// The name of the author is put in by the broker when the event is read; once they are gone, the
// event has no data.
struct MessagePosted {
    ChannelName channel;
    MessageId id;
    UserId author_id;
    MessageText text;
    std::optional<Username> author{};

    static constexpr std::string_view name_of_shape = "MessagePosted";
    static constexpr auto fields() {
        return std::array{
            field<&MessagePosted::channel>("Where"),
            field<&MessagePosted::id>("Counted within the channel"),
            field<&MessagePosted::author_id>("Who said it"),
            field<&MessagePosted::text>("What they said"),
            field<&MessagePosted::author>("Their name"),
        };
    }
    static constexpr EventType event{"message.posted", channel_topic_prefix,
                                     "Somebody said something in a channel"};
};

}  // namespace palette::api
