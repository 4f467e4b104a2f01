// What older stores of palette-popularityd are brought to. One step each, in the order of schemas.
#pragma once

#include "store/txn.hpp"

namespace palette::popularity {

// The tables, 1 to 2: a standing counts public palettes alone.
void take_private_from_standings(store::WriteTxn& tables);

}  // namespace palette::popularity
