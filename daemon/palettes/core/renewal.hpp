// A store that was put back from a copy begins anew: others have seen numbers, sessions and tokens
// of the life that is lost, and none of them may come to mean something else.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "store/txn.hpp"

namespace palette::palettes {

// Numbers of people and palettes skip ahead, all sessions and tokens for programs end, and the
// signing key is replaced, so that those which began after the copy was made end too. In one
// transaction, however many sessions there are: it happens once in a blue moon.
void begin_anew(store::WriteTxn& txn, Random& random, Timestamp now);

}  // namespace palette::palettes
