#include "popularity/migrations.hpp"

#include "popularity/core/standings.hpp"
#include "popularity/tables.hpp"

namespace palette::popularity {

void take_private_from_standings(store::WriteTxn& txn) {
    for (const auto& [id, known] : txn.scan(known_palettes)) {
        if (!known.is_private) continue;
        if (const auto row = txn.get(totals, id)) change_standing(txn, known.owner_id, -row->all);
    }
}

}  // namespace palette::popularity
