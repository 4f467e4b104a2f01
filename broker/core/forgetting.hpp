// Forgetting what was deleted: hidden at once, blanked in steps that keep no other write waiting.
//
// An event that erases blanks the data of all earlier events of its subject. Somebody who deleted
// their account is forgotten in the channels too: their messages lose author and text, here and in
// the log, and they are in no channel any more.
#pragma once

#include "store/txn.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace palette::broker {

// The data of an event that is blanked.
inline constexpr std::string_view no_data = "null";

// Hides the data of the subject's events up to here, and blanks the first of them.
void blank(store::WriteTxn& txn, const std::string& subject, std::uint64_t through);

// Rows that a step looks at: some milliseconds of the writer's time.
inline constexpr std::size_t most_blanked_at_once = 256;
enum class Sweep : std::uint8_t { goes_on, done };
// The next step of what is left to blank. Where it stands is in the store.
[[nodiscard]] Sweep forget_more(store::WriteTxn& txn);
[[nodiscard]] bool has_to_forget(const store::ReadTxn& txn);

}  // namespace palette::broker
