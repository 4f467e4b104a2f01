#include "broker/core/channels.hpp"

#include "api/page.hpp"
#include "broker/core/names.hpp"

namespace palette::broker {

namespace {

// Rows a page may visit: some members may be gone and not forgotten yet.
constexpr std::size_t most_visited = 200;

api::Channel shown(const api::ChannelName& name, const ChannelRow& row) {
    return {.name = name,
            .topic = *api::ChannelTopic::from(row.topic),
            .private_ = false,
            .members = api::Count::clamped(row.members_count),
            .created_at = row.created_at};
}

api::Membership membership(const api::ChannelName& name, const ChannelRow& row) {
    return {.channel = name,
            .member = false,
            .changed = false,
            .members = api::Count::clamped(row.members_count)};
}

// Up to `most`: nobody may have more.
std::size_t channels_of(
    const store::ReadTxn& txn,
    const store::Table<std::tuple<std::uint64_t, std::string>, std::uint8_t>& table,
    std::uint64_t user, std::size_t most) {
    std::size_t count = 0;
    for (const auto& [key, mark] : txn.scan(table).under(user)) {
        if (++count == most) break;
    }
    return count;
}

Result<void> check_may_join(const store::ReadTxn& txn, const service::Caller& who) {
    if (channels_of(txn, memberships, who.id.value(), most_joined) < most_joined) return {};
    return refuse(ErrorKind::resource_exhausted, "name",
                  "nobody is in more than " + std::to_string(most_joined) + " channels",
                  "leave one with: palettectl channel leave NAME");
}

void put_member(store::WriteTxn& txn, const service::Caller& who, const std::string& channel,
                Timestamp now) {
    txn.put(channel_members, {channel, who.id.value()}, now);
    txn.put(memberships, {who.id.value(), channel}, 1);
    note_name(txn, who);
}

}  // namespace

Result<ChannelRow> find_channel(const store::ReadTxn& txn, const api::ChannelName& name) {
    auto row = txn.get(channels, name.text());
    if (row) return *std::move(row);
    return refuse(ErrorKind::not_found, "name", "there is no channel " + name.text(),
                  "list what there is with: palettectl channel list");
}

Result<void> check_known(const store::ReadTxn& txn, const service::Caller& who) {
    if (!is_gone_user(txn, who.id.value())) return {};
    return refuse(ErrorKind::unauthenticated, "auth", "this account was deleted");
}

void note_name(store::WriteTxn& txn, const service::Caller& who) {
    if (!txn.has(user_names, who.id.value())) txn.put(user_names, who.id.value(), who.name.text());
}

Result<api::Channel> create_channel(store::WriteTxn& txn, const service::Caller& who,
                                    const api::CreateChannel& wanted, Timestamp now) {
    if (const auto known = check_known(txn, who); !known) return refuse(known.error());
    const std::string& name = wanted.name.text();
    if (txn.has(channels, name)) {
        return refuse(ErrorKind::already_exists, "name", "there is a channel " + name + " already",
                      "say something there with: palettectl say " + name + " TEXT");
    }
    if (channels_of(txn, foundings, who.id.value(), most_founded) == most_founded) {
        return refuse(ErrorKind::resource_exhausted, "name",
                      "nobody may open more than " + std::to_string(most_founded) + " channels");
    }
    if (const auto may = check_may_join(txn, who); !may) return refuse(may.error());
    const ChannelRow row{
        .topic = wanted.topic ? wanted.topic->text() : "", .created_at = now, .members_count = 1};
    txn.put(channels, name, row);
    txn.put(foundings, {who.id.value(), name}, 1);
    put_member(txn, who, name, now);
    return shown(wanted.name, row);
}

Result<api::Channel> get_channel(const store::ReadTxn& txn, const api::ChannelName& name) {
    const auto row = find_channel(txn, name);
    if (!row) return refuse(row.error());
    return shown(name, *row);
}

Result<api::ChannelPage> list_channels(const store::ReadTxn& txn, const api::ListChannels& wanted) {
    const std::string after = wanted.after ? wanted.after->text() : "";
    api::ChannelPage page;
    api::PageBudget budget({.items = wanted.limit.value()});
    std::string last;
    for (const auto& [name, row] : txn.scan(channels).after(after)) {
        if (!budget.visits() || !budget.takes(name.size() + row.topic.size())) {
            page.next = api::Cursor::from(last);
            break;
        }
        page.items.push_back(shown(*api::ChannelName::from(name), row));
        last = name;
    }
    return page;
}

Result<api::Membership> join(store::WriteTxn& txn, const service::Caller& who,
                             const api::ChannelName& name, Timestamp now) {
    if (const auto known = check_known(txn, who); !known) return refuse(known.error());
    auto row = find_channel(txn, name);
    if (!row) return refuse(row.error());
    const bool changed = !txn.has(channel_members, {name.text(), who.id.value()});
    if (changed) {
        if (const auto may = check_may_join(txn, who); !may) return refuse(may.error());
        if (row->members_count >= most_members) {
            return refuse(ErrorKind::resource_exhausted, "name",
                          name.text() + " has " + std::to_string(most_members) +
                              " members, and no channel has more",
                          "you may read it and speak there all the same");
        }
        ++row->members_count;
        txn.put(channels, name.text(), *row);
        put_member(txn, who, name.text(), now);
    }
    auto joined = membership(name, *row);
    joined.member = true;
    joined.changed = changed;
    return joined;
}

Result<api::Membership> leave(store::WriteTxn& txn, const service::Caller& who,
                              const api::ChannelName& name) {
    auto row = find_channel(txn, name);
    if (!row) return refuse(row.error());
    const bool changed = txn.erase(channel_members, {name.text(), who.id.value()});
    if (changed) {
        txn.erase(memberships, {who.id.value(), name.text()});
        --row->members_count;
        txn.put(channels, name.text(), *row);
    }
    auto left = membership(name, *row);
    left.changed = changed;
    return left;
}

Result<api::ChannelMemberPage> list_members(const store::ReadTxn& txn,
                                            const api::ListChannelMembers& wanted) {
    const std::string& channel = wanted.name.text();
    if (const auto row = find_channel(txn, wanted.name); !row) return refuse(row.error());
    auto last = api::number_after(wanted.after, 0);
    if (!last) return refuse(last.error());
    api::ChannelMemberPage page;
    api::PageBudget budget({.items = wanted.limit.value(), .rows = most_visited});
    for (const auto& [key, since] :
         txn.scan(channel_members).under(channel).after(channel, *last)) {
        const auto name = name_of_user(txn, std::get<1>(key));
        if (!budget.visits() || (name && !budget.takes(name->text().size()))) {
            page.next = api::cursor_of({*last});
            break;
        }
        *last = std::get<1>(key);
        if (name) page.items.push_back({.user = *name, .joined_at = since});
    }
    return page;
}

}  // namespace palette::broker
