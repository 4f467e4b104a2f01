#include "broker/core/forgetting.hpp"

#include "broker/tables.hpp"

namespace palette::broker {

namespace {

void blank_row(store::WriteTxn& txn, std::uint64_t offset) {
    auto row = txn.get(log, offset);
    if (!row || row->event.size() <= row->data_at) return;
    std::string json(row->event.substr(0, row->data_at));
    json += no_data;
    json.push_back('}');
    row->event = json;
    txn.put(log, offset, *row);
}

// The next events of a subject.
Sweep blank_some(store::WriteTxn& txn, const std::string& subject, std::uint64_t through) {
    std::size_t blanked = 0;
    for (const auto& [key, mark] : txn.scan(subjects).under(subject)) {
        const std::uint64_t offset = std::get<1>(key);
        if (offset > through) break;
        if (blanked++ == most_blanked_at_once) return Sweep::goes_on;
        txn.erase(subjects, key);
        blank_row(txn, offset);
    }
    txn.erase(blankings, subject);
    return Sweep::done;
}

// The next messages of somebody who is gone.
Sweep forget_messages(store::WriteTxn& txn, std::uint64_t user) {
    std::size_t forgotten = 0;
    for (const auto& [key, mark] : txn.scan(messages_by_author).under(user)) {
        if (forgotten++ == most_blanked_at_once) return Sweep::goes_on;
        const std::tuple message{std::get<1>(key), std::get<2>(key)};
        txn.erase(messages_by_author, key);
        auto row = txn.get(messages, message);
        if (!row) continue;
        blank_row(txn, row->offset);
        row->author_id = 0;
        row->text.clear();
        txn.put(messages, message, *row);
    }
    return Sweep::done;
}

// They are not so many that it would take steps: see most_joined and most_founded.
void forget_memberships(store::WriteTxn& txn, std::uint64_t user) {
    for (const auto& [key, mark] : txn.scan(memberships).under(user)) {
        const std::string channel = std::get<1>(key);
        txn.erase(memberships, key);
        txn.erase(channel_members, {channel, user});
        auto row = txn.get(channels, channel);
        if (!row) continue;
        --row->members_count;
        txn.put(channels, channel, *row);
    }
    for (const auto& [key, mark] : txn.scan(foundings).under(user))
        txn.erase(foundings, key);
}

Sweep forget_user(store::WriteTxn& txn, std::uint64_t user) {
    if (forget_messages(txn, user) == Sweep::goes_on) return Sweep::goes_on;
    forget_memberships(txn, user);
    txn.erase(leaving_users, user);
    return Sweep::done;
}

}  // namespace

void blank(store::WriteTxn& txn, const std::string& subject, std::uint64_t through) {
    txn.put(blankings, subject, through);
    static_cast<void>(blank_some(txn, subject, through));
}

Sweep forget_more(store::WriteTxn& txn) {
    if (const auto subject = txn.first(blankings)) {
        static_cast<void>(blank_some(txn, subject->key, subject->value));
    } else if (const auto user = txn.first(leaving_users)) {
        static_cast<void>(forget_user(txn, user->key));
    }
    return has_to_forget(txn) ? Sweep::goes_on : Sweep::done;
}

bool has_to_forget(const store::ReadTxn& txn) {
    return txn.first(blankings).has_value() || txn.first(leaving_users).has_value();
}

}  // namespace palette::broker
