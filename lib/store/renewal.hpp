// What a store's owner does when the store begins another incarnation.
#pragma once

#include <cstdint>
#include <functional>

namespace palette::store {

class WriteTxn;

// Runs in the transaction that begins it, so that it has happened once or not at all. It sees to it
// that nothing which others have seen of the life that is lost is given out for something else.
using Renewal = std::function<void(WriteTxn&)>;

// So many numbers are passed over: more than were given out since any copy that is put back.
inline constexpr std::uint64_t ids_passed_over = std::uint64_t{1} << 20;

}  // namespace palette::store
