// Randomness from the kernel. Whoever needs it is handed a Random, so that tests replay exactly.
#pragma once

#include <cstddef>
#include <span>

namespace palette {

// Any thread may ask.
class Random {
  public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> out) = 0;
};

// getrandom(2). Throws std::system_error if the kernel has none to give.
class SystemRandom final : public Random {
  public:
    void fill(std::span<std::byte> out) override;
};

}  // namespace palette
