// What older stores of palette-brokerd are brought to. One step each, in Service::migrations().
#pragma once

#include "store/txn.hpp"

namespace palette::broker {

// 1 to 2: what must be known of an event beside its text stands in its row, events are found by
// their subject, and the names that events used to carry are kept apart.
void index_log(store::WriteTxn& txn);

}  // namespace palette::broker
