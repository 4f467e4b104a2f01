#include "broker/upkeep.hpp"

#include "broker/core/forgetting.hpp"

namespace palette::broker {

namespace {

constexpr std::chrono::milliseconds idle{1'000};
// A consumer's place on disk is at most so old.
constexpr std::chrono::milliseconds save_every{10'000};

}  // namespace

Upkeep::Upkeep(outbox::Surroundings around, const Retention& retention, Peers& peers)
    : around_(std::move(around)),
      retention_(retention),
      peers_(peers),
      outage_(around_.notice, "upkeep"),
      worker_([this] { return round(); }, [this](std::string_view why) { outage_.begins(why); }) {}

std::chrono::milliseconds Upkeep::round() {
    if (const auto saved = save_peers(); !saved) {
        outage_.begins(saved.error().message);
        return idle;
    }
    while (!worker_.stopping() && is_needed(around_.clock.now())) {
        const auto stepped = step();
        if (!stepped) {
            outage_.begins(stepped.error().message);
            return idle;
        }
        if (*stepped == Sweep::done) break;
    }
    outage_.ends();
    return idle;
}

bool Upkeep::is_needed(Timestamp now) const {
    const store::ReadTxn txn = around_.store.read();
    return has_to_forget(txn) || wants_trimming(txn, retention_, now);
}

// Forgetting comes first: it was asked for.
Result<Sweep> Upkeep::step() {
    const Timestamp now = around_.clock.now();
    return around_.store.write([&](store::WriteTxn& txn) {
        if (has_to_forget(txn)) {
            static_cast<void>(forget_more(txn));
            return Sweep::goes_on;
        }
        return trim(txn, retention_, now);
    });
}

Result<void> Upkeep::save_peers() {
    const auto now = std::chrono::steady_clock::now();
    if (now < save_again_ || !peers_.has_unsaved()) return {};
    const auto saved = around_.store.write(
        [&](store::WriteTxn& txn) { return peers_.save(txn, around_.clock.now()); });
    if (!saved) return refuse(saved.error());
    peers_.saved(*saved);
    save_again_ = now + save_every;
    return {};
}

}  // namespace palette::broker
