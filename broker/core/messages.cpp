#include "broker/core/messages.hpp"

#include "api/page.hpp"
#include "api/writer.hpp"
#include "broker/core/channels.hpp"
#include "broker/core/names.hpp"
#include "store/renewal.hpp"

#include <limits>

namespace palette::broker {

namespace {

api::NewEvent posted_event(const api::MessagePosted& message, Timestamp now) {
    const std::string subject =
        "message/" + message.channel.text() + "/" + std::to_string(message.id.value());
    return {.type = *api::Word::from(api::MessagePosted::event.name),
            .subject = *api::Word::from(subject),
            .time = now,
            .topic = api::topic_of(message.channel),
            .audience = api::Audience::public_,
            .revision = 1,
            .data = api::Json(api::to_json(message))};
}

api::Message shown(const store::ReadTxn& txn, const api::ChannelName& channel, std::uint64_t number,
                   const MessageRow& row) {
    api::Message message{.id = api::MessageId::clamped(number),
                         .channel = channel,
                         .at = row.at,
                         .offset = api::Offset::clamped(row.offset)};
    message.author = name_of_user(txn, row.author_id);
    if (message.author) message.text = api::MessageText::from(row.text);
    return message;
}

}  // namespace

Result<api::Message> post_message(store::WriteTxn& txn, const service::Caller& who,
                                  const api::PostMessage& wanted, const Writing& writing) {
    if (const auto known = check_known(txn, who); !known) return refuse(known.error());
    auto channel = find_channel(txn, wanted.channel);
    if (!channel) return refuse(channel.error());
    const std::uint64_t number = ++channel->newest_message;
    const std::string& name = wanted.channel.text();
    txn.put(channels, name, *channel);
    note_name(txn, who);
    const std::uint64_t offset = tell(txn,
                                      posted_event({.channel = wanted.channel,
                                                    .id = api::MessageId::clamped(number),
                                                    .author_id = who.id,
                                                    .text = wanted.text},
                                                   writing.now),
                                      writing);
    const MessageRow row{.author_id = who.id.value(),
                         .at = writing.now,
                         .offset = offset,
                         .text = wanted.text.text()};
    txn.put(messages, {name, number}, row);
    txn.put(messages_by_author, {who.id.value(), name, number}, 1);
    return shown(txn, wanted.channel, number, row);
}

void pass_over_messages(store::WriteTxn& txn) {
    for (const auto& [name, row] : txn.scan(channels)) {
        ChannelRow channel = row;
        channel.newest_message += store::ids_passed_over;
        txn.put(channels, name, channel);
    }
}

Result<api::MessagePage> list_messages(const store::ReadTxn& txn, const api::ListMessages& wanted) {
    const auto channel = find_channel(txn, wanted.channel);
    if (!channel) return refuse(channel.error());
    const auto below = api::number_after(wanted.after, std::numeric_limits<std::uint64_t>::max());
    if (!below) return refuse(below.error());
    api::MessagePage page{.through = api::Offset::clamped(head_offset(txn))};
    api::PageBudget budget({.items = wanted.limit.value()});
    std::uint64_t last = *below;
    const std::string& name = wanted.channel.text();
    for (const auto& [key, row] : txn.scan(messages).under(name).after(name, last).down()) {
        // A clock may have been set back for a while: what is older by number is not looked at.
        if (wanted.since && row.at < *wanted.since) break;
        if (!budget.visits() || !budget.takes(row.text.size())) {
            page.next = api::cursor_of({last});
            break;
        }
        last = std::get<1>(key);
        page.items.push_back(shown(txn, wanted.channel, last, row));
    }
    return page;
}

}  // namespace palette::broker
