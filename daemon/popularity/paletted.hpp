// What this daemon asks of paletted, on its sibling socket: a palette that no event has told of
// yet, and the public keys. Slow calls, for the pool; each makes a client of its own.
#pragma once

#include "api/palette.hpp"
#include "auth/key_set.hpp"
#include "outbox/surroundings.hpp"

#include <optional>
#include <vector>

namespace palette::popularity {

class Paletted {
  public:
    explicit Paletted(outbox::Surroundings around) : around_(std::move(around)) {}

    // not_found, or `unavailable` while paletted is away: an unknown palette may exist there.
    [[nodiscard]] Result<api::PaletteCreated> find(const api::PaletteRef& ref) const;

    // The keys of today, also kept in the store; none while paletted is away.
    [[nodiscard]] std::optional<auth::KeySet> fetch_keys() const;
    // The keys that were kept last.
    [[nodiscard]] auth::KeySet kept_keys() const;

  private:
    outbox::Surroundings around_;
};

}  // namespace palette::popularity
