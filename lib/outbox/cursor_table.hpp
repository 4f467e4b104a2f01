// How far each consumer of a store has come, by its name: moved in the transaction of the effect.
#pragma once

#include "store/table.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

namespace palette::outbox {

struct CursorRow {
    std::uint64_t offset = 0;   // applied through
    std::string incarnation{};  // of the source's store
    std::string log{};          // the incarnation of the log that wrote `offset`

    static constexpr auto members =
        std::tuple{&CursorRow::offset, &CursorRow::incarnation, &CursorRow::log};
};

inline constexpr std::string_view consumer_table = "consumer";
inline constexpr store::Table<std::string, CursorRow> cursors{consumer_table};

}  // namespace palette::outbox
