// What older stores of paletted are brought to. One step each, in Service::migrations().
#pragma once

#include "store/txn.hpp"

namespace palette::palettes {

// 2 to 3: the forks of a palette are found by it.
void index_forks(store::WriteTxn& txn);

}  // namespace palette::palettes
