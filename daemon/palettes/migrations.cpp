#include "palettes/migrations.hpp"

#include "palettes/tables.hpp"

namespace palette::palettes {

void index_forks(store::WriteTxn& txn) {
    for (const auto& [id, facts] : txn.scan(palette_facts)) {
        if (facts.forked_from != 0) txn.put(forks_of, {facts.forked_from, id}, facts);
    }
}

}  // namespace palette::palettes
