// A step from one schema of a store to the next.
#pragma once

#include <functional>

namespace palette::store {

class WriteTxn;

// Runs in one transaction together with the change of the schema's number, so that it has happened
// once or not at all, whenever the process is killed. What it throws stops the store from opening.
using Migration = std::function<void(WriteTxn&)>;

}  // namespace palette::store
