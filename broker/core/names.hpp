// Names in events: they are kept apart from the log, learned from the events of paletted, and put
// in when an event is shown. So whoever is deleted is nowhere in the log by name.
#pragma once

#include "api/encoded.hpp"
#include "api/event.hpp"
#include "api/names.hpp"
#include "api/reader.hpp"
#include "store/txn.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palette::broker {

// Learns from an event that is appended. What nobody can read teaches nothing.
void learn_names(store::WriteTxn& txn, const api::NewEvent& event);

// Whether events of this type hold numbers alone beside the names that are put in: there is nothing
// in them to be blanked.
[[nodiscard]] bool holds_numbers_alone(std::string_view type);

// None when they are gone, or no event has told of them.
[[nodiscard]] std::optional<api::Username> name_of_user(const store::ReadTxn& txn,
                                                        std::uint64_t id);
[[nodiscard]] bool is_gone_user(const store::ReadTxn& txn, std::uint64_t id);

// Puts names into an event's data. None when the type has none to put in. What tells of a palette
// that is no longer to be seen, or was said by somebody who is gone, becomes null.
[[nodiscard]] std::optional<std::string> with_names(const store::ReadTxn& txn,
                                                    std::string_view type, std::string_view data,
                                                    api::Document& document);

}  // namespace palette::broker
