// What this daemon asks of paletted, on its sibling socket: a palette that no event has told of
// yet. A slow call, for the pool; each makes a client of its own.
#pragma once

#include "api/palette.hpp"
#include "outbox/surroundings.hpp"

namespace palette::popularity {

class Paletted {
  public:
    explicit Paletted(outbox::Surroundings around) : around_(std::move(around)) {}

    // not_found, or `unavailable` while paletted is away: an unknown palette may exist there.
    [[nodiscard]] Result<api::PaletteCreated> find(const api::PaletteRef& ref) const;

  private:
    outbox::Surroundings around_;
};

}  // namespace palette::popularity
