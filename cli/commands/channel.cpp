#include "cli/commands/channel.hpp"

#include "base/trim.hpp"
#include "base/utf8.hpp"
#include "cli/command_line/typed.hpp"
#include "cli/input/stdin_text.hpp"
#include "cli/render/channel.hpp"
#include "cli/render/print.hpp"
#include "events/subscription.hpp"

#include <algorithm>

namespace palette::cli {

namespace {

// What one wait for a message takes at most: then there is another.
constexpr std::chrono::milliseconds longest_wait{60'000};

template <class M>
Result<Exit> change_membership(Context& context, const M& asked) {
    const auto membership = context.call(asked);
    if (!membership) return refuse(membership.error());
    confirm(context, *membership);
    return Exit::done;
}

// As people read: what was said first comes first.
api::MessagePage oldest_first(const api::MessagePage& page) {
    std::vector<api::Message> messages(page.items.begin(), page.items.end());
    std::ranges::reverse(messages);
    return {.items = decltype(page.items)(std::move(messages)),
            .next = page.next,
            .through = page.through};
}

// None when its author is gone by now.
std::optional<api::Message> message_of(const api::Event& event) {
    const auto posted = api::read_json<api::MessagePosted>(event.data.text());
    if (event.type.text() != api::MessagePosted::event.name || !posted) return std::nullopt;
    return api::Message{.id = posted->id,
                        .channel = posted->channel,
                        .author = posted->author,
                        .text = posted->text,
                        .at = event.time,
                        .offset = event.offset};
}

// Until Ctrl-C, or nobody reads any more.
Result<Exit> follow_channel(Context& context, const api::ChannelName& name, api::Offset through) {
    const auto client = context.client();
    if (!client) return refuse(client.error());
    events::Subscription subscription(**context.messaging(), **context.sockets(), **client,
                                      {.topics = {api::topic_of(name)}, .after = through});
    for (;;) {
        const auto event = subscription.next(longest_wait);
        if (!event && event.error().kind == ErrorKind::out_of_range) {
            context.note(event.error().message);
        } else if (!event) {
            return refuse(event.error());
        } else if (*event) {
            const auto message = message_of(**event);
            if (!message) continue;
            print(context, *message);
            context.out().flush();
        }
    }
}

Result<api::MessageText> text_to_say(const Say& asked) {
    std::string text;
    if (asked.text.size() == 1 && asked.text[0].text() == stdin_word) {
        const auto read = read_text_from_stdin("text");
        if (!read) return refuse(read.error());
        text = trimmed(*read);
    } else {
        for (const SaidWord& word : asked.text)
            text += (text.empty() ? "" : " ") + word.text();
    }
    const auto said = api::MessageText::from(text);
    if (said) return *said;
    return refuse(ErrorKind::invalid_argument, "text",
                  "text: expected " + std::string(api::message_text_rule.meaning) + ", got " +
                      std::to_string(characters(text)) + " characters");
}

}  // namespace

Result<Exit> ChannelCreate::run(Context& context) const {
    const auto made = context.call(api::CreateChannel{.name = name, .topic = topic});
    if (!made) return refuse(made.error());
    confirm(context, *made);
    return Exit::done;
}

Result<Exit> ChannelList::run(Context& context) const {
    const auto page = context.call(api::ListChannels{.limit = limit, .after = after});
    if (!page) return refuse(page.error());
    print_page(context, *page, "no channels yet: palettectl channel create NAME");
    advise_next_page(context, *this, page->next);
    return Exit::done;
}

Result<Exit> ChannelShow::run(Context& context) const {
    const auto channel = context.call(api::GetChannel{.name = name});
    if (!channel) return refuse(channel.error());
    print(context, *channel);
    return Exit::done;
}

Result<Exit> ChannelJoin::run(Context& context) const {
    return change_membership(context, api::JoinChannel{.name = name});
}

Result<Exit> ChannelLeave::run(Context& context) const {
    return change_membership(context, api::LeaveChannel{.name = name});
}

Result<Exit> ChannelMembers::run(Context& context) const {
    const auto page =
        context.call(api::ListChannelMembers{.name = name, .limit = limit, .after = after});
    if (!page) return refuse(page.error());
    print_page(context, *page,
               "nobody is in it: palettectl channel join " + std::string(name.text()));
    if (page->next) context.advise("more with: --after " + page->next->text());
    return Exit::done;
}

Result<Exit> ChannelHistory::run(Context& context) const {
    api::ListMessages asked{.channel = name, .limit = limit, .after = after};
    if (since) asked.since = context.clock().now() + -since->length;
    const auto read = context.call(asked);
    if (!read) return refuse(read.error());
    const auto page = oldest_first(*read);
    if (!follow) {
        print_page(context, page, "nothing was said: palettectl say " + name.text() + " TEXT");
        if (page.next) context.advise("older ones with: --after " + page.next->text());
        return Exit::done;
    }
    for (const api::Message& message : page.items)
        print(context, message);
    context.out().flush();
    return follow_channel(context, name, page.through);
}

Result<Exit> Say::run(Context& context) const {
    const auto said = text_to_say(*this);
    if (!said) return refuse(said.error());
    const auto message = context.call(api::PostMessage{.channel = name, .text = *said});
    if (!message) return refuse(message.error());
    if (context.tells_json()) {
        print(context, *message);
    } else if (confirms(context)) {
        context.out().write(std::to_string(message->id.number()) + "\n");
    }
    return Exit::done;
}

}  // namespace palette::cli
