// How the store words its refusals of a write. Private to the store.
#pragma once

#include "base/result.hpp"
#include "store/failure.hpp"

#include <cstddef>
#include <cstdint>

namespace palette::store {

[[nodiscard]] Error store_is_closing();
[[nodiscard]] Error queue_is_full(std::size_t waiting_jobs);
[[nodiscard]] Error disk_is_nearly_full(std::uint64_t free_bytes, std::uint64_t reserve_bytes);
// For a write that the engine did not keep: resource_exhausted when there is no room, else
// unavailable.
[[nodiscard]] Error refusal_of(const EngineFailure& failure);
// For a write whose last page, which decides whether it was kept, may or may not be on the disk.
[[nodiscard]] Error unknown_outcome_of(const EngineFailure& failure);

}  // namespace palette::store
