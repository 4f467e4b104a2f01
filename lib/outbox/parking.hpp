// Events that a consumer could not take in: put aside with what went wrong, and later ones of their
// subject behind them, so that the order within a subject holds and all else goes on.
//
// The table stands in the consumer's own store, by consumer, subject and offset. Any write
// function.
#pragma once

#include "api/event.hpp"
#include "store/table.hpp"
#include "store/txn.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace palette::outbox {

// So often an event is tried before it is put aside; then again when somebody asks for it.
inline constexpr std::uint32_t most_tries = 3;
// What is put aside in one store; beyond it a consumer waits at the event that it cannot take in.
inline constexpr std::uint64_t most_parked = 10'000;

struct ParkedRow {
    std::uint32_t tries = 0;
    std::string error{};  // of the last try; empty for one that waits behind another
    std::string event{};  // JSON of api::Event

    static constexpr auto members =
        std::tuple{&ParkedRow::tries, &ParkedRow::error, &ParkedRow::event};
};
using ParkedId = std::tuple<std::string, std::string, std::uint64_t>;
inline constexpr store::Table<ParkedId, ParkedRow> parked{"parked"};

struct Failure {
    std::uint32_t tries = 0;
    std::string error{};
};
void park(store::WriteTxn& txn, const std::string& consumer, const api::Event& event,
          const Failure& failure);
// Whether an event of this subject is put aside: what follows has to wait behind it.
[[nodiscard]] bool is_parked(const store::ReadTxn& txn, const std::string& consumer,
                             const std::string& subject);
[[nodiscard]] bool has_room_to_park(const store::ReadTxn& txn);

struct Parked {
    ParkedId id;
    api::Event event;
    std::uint32_t tries = 0;
};
// The next event to be tried after that subject: the first of its own, if it has tries left.
[[nodiscard]] std::optional<Parked> next_to_retry(const store::ReadTxn& txn,
                                                  const std::string& consumer,
                                                  const std::string& after_subject);
void count_try(store::WriteTxn& txn, const ParkedId& id, std::string_view error);
// What a snapshot brings makes them pointless.
void forget_parked(store::WriteTxn& txn, const std::string& consumer);

// All are tried again, whichever consumer of this store put them aside. How many there are.
std::uint64_t retry_parked(store::WriteTxn& txn);

// For status: how many there are, and what is the matter with one of them.
struct ParkedSummary {
    std::uint64_t count = 0;
    std::string problem{};
};
[[nodiscard]] ParkedSummary summarize_parked(const store::ReadTxn& txn);

}  // namespace palette::outbox
