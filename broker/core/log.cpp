#include "broker/core/log.hpp"

#include "api/page.hpp"
#include "api/reader.hpp"
#include "api/session.hpp"
#include "api/writer.hpp"
#include "broker/core/forgetting.hpp"
#include "broker/core/names.hpp"
#include "broker/tables.hpp"
#include "service/family_keys.hpp"
#include "service/revocations.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <unordered_map>

namespace palette::broker {

namespace {

// Rows a page may visit: a reader of a rare topic goes on from `through`.
constexpr std::size_t most_visited = 256;

const api::Source own_source("palette-brokerd/1");

// Where an event comes from.
struct Origin {
    const api::Source& source;
    const api::Incarnation& incarnation;
    std::uint64_t sequence = 0;
};

api::Event stamped(const Origin& origin, const api::NewEvent& event, std::uint64_t offset) {
    const std::string id = origin.incarnation.text() + "-" + std::to_string(origin.sequence);
    return {.specversion = api::Word("1.0"),
            .id = *api::Word::from(id),
            .source = origin.source,
            .type = event.type,
            .subject = event.subject,
            .time = event.time,
            .offset = api::Offset::clamped(offset),
            .topic = event.topic,
            .audience = event.audience,
            .revision = event.revision,
            .data = event.data};
}

// Whose tokens no daemon takes any more, the broker included, and what they are signed with. What
// does not read changes nothing: a source that is refused for it would stand still.
void learn_tokens(store::WriteTxn& txn, const api::NewEvent& event) {
    const std::string& type = event.type.text();
    if (type == api::SessionEnded::event.name) {
        const auto ended = api::read_json<api::SessionEnded>(event.data.text());
        if (ended) service::keep_ended(txn, *ended, event.time);
    }
    if (type == api::PublicKeys::event.name && api::read_json<api::PublicKeys>(event.data.text())) {
        service::learn_keys(txn, type, event.data);
    }
}

// Writes so many events at the log's end, and links each to the public ones of its topic.
class End {
  public:
    End(store::WriteTxn& txn, const Writing& writing, std::size_t events)
        : txn_(txn), next_(txn.next_ids(offset_sequence, events)), at_(writing.now) {
        note_life(txn_, next_, writing.log);
        const auto last = txn.last(log);
        if (!last) return;
        // A clock that was set back does not set the log back: moments are looked up by halving.
        at_ = std::max(at_, last->value.appended_at);
        bytes_ = last->value.bytes_through;
    }

    std::uint64_t append(const Origin& origin, const api::NewEvent& event) {
        const std::uint64_t offset = next_++;
        const std::string json = api::to_json(stamped(origin, event, offset));
        bytes_ += json.size();
        const std::string& topic = event.topic.text();
        std::uint64_t& head = head_of(topic);
        txn_.put(log, offset,
                 {.appended_at = at_,
                  .topic = topic,
                  .audience = event.audience,
                  .previous = head,
                  .bytes_through = bytes_,
                  .type = event.type.text(),
                  .subject = event.subject.text(),
                  .data_at = json.size() - event.data.text().size() - 1,
                  .event = json});
        if (event.audience == api::Audience::public_) head = offset;
        if (event.erases) blank(txn_, event.subject.text(), offset - 1);
        if (!holds_numbers_alone(event.type.text()))
            txn_.put(subjects, {event.subject.text(), offset}, 1);
        learn_names(txn_, event);
        learn_tokens(txn_, event);
        return offset;
    }

    // After the last of them.
    void finish() {
        for (const auto& [topic, head] : heads_)
            if (head != 0) txn_.put(topic_heads, topic, head);
    }

  private:
    std::uint64_t& head_of(const std::string& topic) {
        const auto [known, is_new] = heads_.try_emplace(topic, 0);
        if (is_new) known->second = txn_.get(topic_heads, topic).value_or(0);
        return known->second;
    }

    store::WriteTxn& txn_;
    std::uint64_t next_;
    Timestamp at_;
    std::uint64_t bytes_ = 0;
    std::unordered_map<std::string, std::uint64_t> heads_;  // of the topics it has met
};

// Notes which incarnation of a source writes now, and tells of it when it is another one.
void hear_of(store::WriteTxn& txn, const api::AppendEvents& wanted, const Writing& writing) {
    const std::string& source = wanted.source.text();
    const auto known = txn.get(source_lives, source);
    if (known == wanted.incarnation.text()) return;
    txn.put(source_lives, source, wanted.incarnation.text());
    if (!known) return;
    using Reset = api::SourceReset;
    const Reset data{.source = wanted.source, .incarnation = wanted.incarnation};
    tell(txn,
         {.type = *api::Word::from(Reset::event.name),
          .subject = *api::Word::from("source/" + source),
          .time = writing.now,
          .topic = *api::Topic::from(Reset::event.topic),
          .audience = api::Audience::daemons,
          .revision = 1,
          .data = api::Json(api::to_json(data))},
         writing);
}

bool wants(const Reading& wanted, const LogRow& row) {
    if (wanted.reader == Reader::person && row.audience != api::Audience::public_) return false;
    if (wanted.topics.empty()) return true;
    return std::ranges::any_of(wanted.topics,
                               [&](const api::Topic& topic) { return topic.text() == row.topic; });
}

api::SourcePosition position(const api::Incarnation& incarnation, const SourceRow& held) {
    return {.incarnation = incarnation,
            .sequence = api::Sequence::clamped(held.sequence),
            .time = held.time};
}

// The least offset in [low, high) that was not appended before `since`, else high.
std::uint64_t first_since(const store::ReadTxn& txn, Timestamp since, std::uint64_t low,
                          std::uint64_t high) {
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        const auto row = txn.get(log, middle);
        if (row && row->appended_at < since) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

Result<void> check_kept(std::uint64_t after, std::uint64_t first) {
    if (after + 1 >= first) return {};
    return refuse(ErrorKind::out_of_range, "after",
                  "events " + std::to_string(after + 1) + " to " + std::to_string(first - 1) +
                      " are no longer kept",
                  "go on after offset " + std::to_string(first - 1));
}

}  // namespace

Result<api::SourcePosition> append(store::WriteTxn& txn, const api::AppendEvents& wanted,
                                   const Writing& writing) {
    const std::uint64_t first = wanted.first.value();
    if (first == 0) {
        return refuse(ErrorKind::invalid_argument, "first", "first: sequences count from 1, got 0");
    }
    if (wanted.source == own_source) {
        return refuse(ErrorKind::invalid_argument, "source",
                      "source: " + own_source.text() + " is the broker's own");
    }
    const std::tuple source{wanted.source.text(), wanted.incarnation.text()};
    const std::uint64_t before = wanted.begins ? first - 1 : 0;
    SourceRow held = txn.get(sources, source).value_or(SourceRow{.sequence = before});
    if (first > held.sequence + 1) {
        return refuse(ErrorKind::aborted, "first",
                      "the next sequence of " + wanted.source.text() + " is " +
                          std::to_string(held.sequence + 1) + ", not " + std::to_string(first));
    }
    hear_of(txn, wanted, writing);
    const std::size_t held_already = std::min(held.sequence + 1 - first, wanted.items.size());
    const auto news = std::span(wanted.items).subspan(held_already);
    if (!news.empty()) {
        End end(txn, writing, news.size());
        for (const api::NewEvent& event : news) {
            held = {.sequence = held.sequence + 1, .time = event.time};
            end.append({wanted.source, wanted.incarnation, held.sequence}, event);
        }
        end.finish();
    }
    txn.put(sources, source, held);
    return position(wanted.incarnation, held);
}

std::uint64_t tell(store::WriteTxn& txn, const api::NewEvent& event, const Writing& writing) {
    const std::tuple source{own_source.text(), writing.log.text()};
    auto held = txn.get(sources, source);
    if (!held) {
        // Of the run before: its incarnation never comes back.
        for (const auto& [key, row] : txn.scan(sources).under(own_source.text()))
            txn.erase(sources, key);
        txn.put(source_lives, own_source.text(), writing.log.text());
        held.emplace();
    }
    const std::uint64_t sequence = held->sequence + 1;
    txn.put(sources, source, {.sequence = sequence, .time = event.time});
    End end(txn, writing, 1);
    const std::uint64_t offset = end.append({own_source, writing.log, sequence}, event);
    end.finish();
    return offset;
}

api::SourcePosition position_of(const store::ReadTxn& txn, const api::LocateSource& wanted) {
    const auto held = txn.get(sources, {wanted.source.text(), wanted.incarnation.text()});
    if (!held) return {};
    return position(wanted.incarnation, *held);
}

Result<api::EventPageOf<api::Encoded<api::Event>>> read(const store::ReadTxn& txn,
                                                        const Reading& wanted) {
    const std::uint64_t first = first_offset(txn);
    if (const auto kept = check_kept(wanted.after, first); !kept) return refuse(kept.error());
    const auto placed = check_place(txn, {wanted.after, wanted.log});
    if (!placed) return refuse(placed.error());
    api::EventPageOf<api::Encoded<api::Event>> page{.items{},
                                                    .through = api::Offset::clamped(wanted.after),
                                                    .head = api::Offset::clamped(head_offset(txn)),
                                                    .first = api::Offset::clamped(first)};
    api::PageBudget budget({.items = wanted.limit, .rows = most_visited});
    Shown shown(txn, wanted.reader);
    // One incarnation wrote all of a page, so that each event in it is a place of that incarnation.
    const std::uint64_t end = end_of_life(txn, wanted.after + 1);
    for (const auto& [offset, row] : txn.scan(log).after(wanted.after)) {
        if (offset > end || !budget.visits()) break;
        if (wants(wanted, row)) {
            auto event = shown.event(offset, row);
            if (!budget.takes(event.json().size())) break;
            page.items.push_back(std::move(event));
        }
        page.through = api::Offset::clamped(offset);
    }
    page.log = log_at(txn, page.through.value());
    return page;
}

api::LogPosition locate(const store::ReadTxn& txn, const api::LocateEvents& wanted) {
    const std::uint64_t first = first_offset(txn);
    const std::uint64_t head = head_offset(txn);
    std::uint64_t before = head;
    if (wanted.since) {
        before = first_since(txn, *wanted.since, first, head + 1) - 1;
    } else if (wanted.after) {
        before = std::max(first - 1, shared_through(txn, {wanted.after->value(), wanted.log}));
    }
    return {.first = api::Offset::clamped(first),
            .head = api::Offset::clamped(head),
            .before = api::Offset::clamped(before),
            .log = log_at(txn, head)};
}

}  // namespace palette::broker
