// Channels: opening them, being in them, reading and speaking there.
#pragma once

#include "api/channel.hpp"
#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"
#include "cli/render/channel.hpp"

namespace palette::cli {

struct ChannelCreate {
    api::ChannelName name;
    std::optional<api::ChannelTopic> topic{};

    static constexpr std::string_view name_of_shape = "ChannelCreate";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ChannelCreate::name>("Its name, for good"),
            field<&ChannelCreate::topic>("What it is about: a few words, or a palette"),
        };
    }
    static constexpr Command command{
        .path = "channel create",
        .summary = "Open a channel that everybody may read and speak in",
        .examples = {{{"channel create pastels", "You are its first member"},
                      {"channel create critique --topic 'What works, and why'", "With a topic"}}},
        .positional = {"name"},
        .prints = &printed_channel,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct ChannelList {
    api::Limit limit = 50;
    std::optional<api::Cursor> after{};

    static constexpr std::string_view name_of_shape = "ChannelList";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ChannelList::limit>("Most channels to list"),
            field<&ChannelList::after>("Where the page before ended"),
        };
    }
    static constexpr Command command{
        .path = "channel list",
        .summary = "List the channels",
        .examples = {{{"channel list", "The first fifty, by name"},
                      {"channel list --limit 5 --json", "For programs"}}},
        .prints = &printed_channels,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct ChannelShow {
    api::ChannelName name;

    static constexpr std::string_view name_of_shape = "ChannelShow";
    static constexpr auto fields() {
        return std::array{api::field<&ChannelShow::name>("The channel")};
    }
    static constexpr Command command{
        .path = "channel show",
        .summary = "Say what a channel is about and how many are in it",
        .examples = {{{"channel show design", "For people"},
                      {"channel show design --json", "For programs"}}},
        .positional = {"name"},
        .prints = &printed_channel,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct ChannelJoin {
    api::ChannelName name;

    static constexpr std::string_view name_of_shape = "ChannelJoin";
    static constexpr auto fields() {
        return std::array{api::field<&ChannelJoin::name>("The channel")};
    }
    static constexpr Command command{
        .path = "channel join",
        .summary = "Be in a channel; twice is as good as once",
        .examples = {{{"channel join design", "You are listed among its members"},
                      {"channel join design --json", "Says whether something changed"}}},
        .positional = {"name"},
        .prints = &printed_membership,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct ChannelLeave {
    api::ChannelName name;

    static constexpr std::string_view name_of_shape = "ChannelLeave";
    static constexpr auto fields() {
        return std::array{api::field<&ChannelLeave::name>("The channel")};
    }
    static constexpr Command command{
        .path = "channel leave",
        .summary = "Be in a channel no more",
        .examples = {{{"channel leave design", "What you said stays"},
                      {"channel leave design --quiet", "Without a word"}}},
        .positional = {"name"},
        .prints = &printed_membership,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct ChannelMembers {
    api::ChannelName name;
    api::Limit limit = 50;
    std::optional<api::Cursor> after{};

    static constexpr std::string_view name_of_shape = "ChannelMembers";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ChannelMembers::name>("The channel"),
            field<&ChannelMembers::limit>("Most people to list"),
            field<&ChannelMembers::after>("Where the page before ended"),
        };
    }
    static constexpr Command command{
        .path = "channel members",
        .summary = "List who is in a channel",
        .examples = {{{"channel members design", "The first fifty"},
                      {"channel members design --format tsv", "For pipes"}}},
        .positional = {"name"},
        .prints = &printed_channel_members,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct ChannelHistory {
    api::ChannelName name;
    std::optional<Duration> since{};
    api::Limit limit = 50;
    std::optional<api::Cursor> after{};
    bool follow = false;

    static constexpr std::string_view name_of_shape = "ChannelHistory";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ChannelHistory::name>("The channel"),
            field<&ChannelHistory::since>("Only what was said in this time"),
            field<&ChannelHistory::limit>("Most messages; of more, the newest"),
            field<&ChannelHistory::after>("Where the page before ended: older messages"),
            field<&ChannelHistory::follow>("Go on with what is said from now on"),
        };
    }
    static constexpr Command command{
        .path = "channel history",
        .summary = "Read what was said in a channel",
        .examples = {{{"channel history design --since 2h", "The last two hours"},
                      {"channel history design --limit 20", "The newest twenty"}}},
        .positional = {"name"},
        .letters = {{{"follow", 'f'}}},
        .prints = &printed_messages,
        .prints_else = "With --follow a line as it comes; with --json an object a line",
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

inline constexpr api::TextRule said_rule{"Text", "words; - reads them from stdin", "hello", 0,
                                         4000};
using SaidWord = api::Text<said_rule>;
inline constexpr std::size_t most_said_words = 4000;

struct Say {
    api::ChannelName name;
    api::List<SaidWord, 1, most_said_words> text;

    static constexpr std::string_view name_of_shape = "Say";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Say::name>("The channel; you need not be in it"),
            field<&Say::text>("What to say, 1 to 4,000 characters; - reads it from stdin"),
        };
    }
    static constexpr Command command{
        .path = "say",
        .summary = "Say something in a channel; prints the message's number",
        .examples = {{{"say design 'What about a warmer grey?'", "As one argument, or as many"},
                      {"say design - < notes.txt", "As it stands in a file"}}},
        .positional = {"name", "text"},
        .prints = &printed_said,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
