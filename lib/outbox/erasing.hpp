// What an event that erases does to the earlier events of its subject: in the outbox too their data
// is null from then on, so that a broker that comes late never hears of what is private or deleted
// by now. Number and moment of a row stay: by them a relay knows its own events.
//
// Hidden at once, erased in steps: a subject may have very many events.
#pragma once

#include "store/table.hpp"
#include "store/txn.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

namespace palette::outbox {

// The events of a subject that still have their data.
inline constexpr store::Table<std::tuple<std::string, std::uint64_t>, std::uint8_t> subjects{
    "outbox_subjects"};
// Subjects whose events are being erased: up to this one nothing of them is handed over.
inline constexpr store::Table<std::string, std::uint64_t> erasures{"outbox_erasures"};

// Rows that a step erases: some milliseconds of the writer's time.
inline constexpr std::size_t most_erased_at_once = 256;

// Hides the data of the subject's events up to here, and erases that of the first of them.
void erase_data(store::WriteTxn& txn, const std::string& subject, std::uint64_t through);
// The next step of what is left.
void erase_more(store::WriteTxn& txn);
[[nodiscard]] bool has_to_erase(const store::ReadTxn& txn);

// The event of a row as it may be handed over: without its data when that is being erased.
[[nodiscard]] bool is_hidden(const store::ReadTxn& txn, std::uint64_t sequence,
                             std::string_view event);
[[nodiscard]] std::string without_data(std::string_view event);

// A row that goes leaves nothing behind.
void forget_subject(store::WriteTxn& txn, std::uint64_t sequence, std::string_view event);

// A migration: for stores of before events were found by their subject.
void index_subjects(store::WriteTxn& txn);

}  // namespace palette::outbox
