// Events as they are shown: with names put in for people, and without what is forgotten.
#pragma once

#include "api/encoded.hpp"
#include "api/event.hpp"
#include "api/reader.hpp"
#include "broker/tables.hpp"
#include "store/txn.hpp"

#include <cstdint>
#include <optional>

namespace palette::broker {

// Daemons know people and palettes by number, and read what is not public too.
enum class Reader : std::uint8_t { person, daemon };

class Shown {
  public:
    // The snapshot outlives it.
    Shown(const store::ReadTxn& txn, Reader reader);

    // Refers to the row's own bytes where nothing has to be changed.
    [[nodiscard]] api::Encoded<api::Event> event(std::uint64_t offset, const LogRow& row);

  private:
    [[nodiscard]] bool is_hidden(std::uint64_t offset, const LogRow& row) const;

    const store::ReadTxn& txn_;
    Reader reader_;
    bool something_is_blanked_;  // just now; mostly nothing is
    std::optional<api::Document> document_{};
};

}  // namespace palette::broker
